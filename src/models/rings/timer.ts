/** Why: who gets a timer tick, and when. A VMM takes the real one and gives the guest its own when the guest's IF allows. */
import { EXIT_HANDLER, INTERRUPT, SOFTWARE, TRANSLATED, XEN } from './costs';
import { enterHandler, guestControl, vmmControl } from './control';
import { charge, emit, isXen, type Machine } from './machine';
import { vmExit } from './hardware';

function deliver(machine: Machine): void {
  machine.timer = 'delivered';
  machine.guest.halted = false;
  charge(machine, 'guest', INTERRUPT);
  enterHandler(machine, 'timer');
  const inject = machine.technique === 'hardware';
  emit(machine, 'interrupt', guestControl(machine), inject ? 'entry' : 'interrupt', inject ? 'inject' : '');
}

/** The timer raises its line. */
function raise(machine: Machine): void {
  const { technique, virt, control } = machine;
  if (technique === 'bare') {
    machine.timer = 'pending';
    emit(machine, 'tick', control, 'none', virt.if === 1 ? '' : 'pending');
    if (virt.if === 1) deliver(machine);
    return;
  }
  machine.timer = 'withheld';
  const asleep = control.code === 'vmm';
  if (!asleep && technique === 'hardware') {
    machine.exits++;
    charge(machine, 'crossing', machine.info.roundTrip);
    charge(machine, 'vmm', EXIT_HANDLER.light);
  } else if (!asleep) {
    machine.traps++;
    charge(machine, 'crossing', isXen(technique) ? XEN.crossing : SOFTWARE.crossing);
    charge(machine, 'vmm', isXen(technique) ? XEN.handler : SOFTWARE.handler);
  }
  const kind = asleep ? 'none' : technique === 'hardware' ? 'exit' : 'trap';
  emit(machine, 'tick', vmmControl(machine), kind, virt.if === 1 ? '' : 'withhold');
  if (virt.if === 1) deliver(machine);
  else if (!machine.guest.halted)
    emit(
      machine,
      technique === 'hardware' ? 'entry' : 'return',
      guestControl(machine),
      technique === 'hardware' ? 'entry' : 'resume',
      'withhold',
    );
}

/** A tick has waited and the guest may take it now: the VMM must learn of it. */
function catchUp(machine: Machine): void {
  const { technique, control } = machine;
  if (control.code !== 'vmm') {
    if (technique === 'hardware') vmExit(machine, 'window');
    else if (isXen(technique)) {
      machine.hypercalls++;
      charge(machine, 'crossing', XEN.crossing);
      emit(machine, 'hypercall', vmmControl(machine), 'hypercall', 'window');
    } else if (technique === 'translation') {
      charge(machine, 'crossing', TRANSLATED.callout);
      emit(machine, 'callout', vmmControl(machine), 'callout', 'window');
    }
  }
  deliver(machine);
}

/** Called after each instruction: `tick` says that the timer raised its line meanwhile. A halted CPU waits for it. */
export function interruptsAfter(machine: Machine, tick: boolean): void {
  const waiting = machine.timer === 'pending' || machine.timer === 'withheld';
  if ((tick || machine.guest.halted) && !waiting) raise(machine);
  else if (waiting && machine.virt.if === 1) catchUp(machine);
}
