/** Why: the words in which the two families about rings ask and explain; a figure's own captions are too long to come along. */
import type { Code, Control, Outcome, Phase, ProgramId, Technique } from '../models/rings/types';
import { say, type Words } from './drill';

export const TECHNIQUE: Readonly<Record<Technique, Words>> = {
  bare: say('bare metal', '裸机'),
  deprivileged: say('deprivileging (trap and emulate)', '特权级压缩（陷入再模拟）'),
  translation: say('binary translation', '二进制翻译'),
  'xen-32': say('Xen PV, 32-bit', 'Xen 半虚拟化（32 位）'),
  'xen-64': say('Xen PV, 64-bit', 'Xen 半虚拟化（64 位）'),
  hardware: say('VT-x / AMD-V', 'VT-x / AMD-V'),
};

const WHO: Readonly<Record<Code, Words>> = {
  user: say('the user program', '用户程序'),
  'guest-kernel': say('the kernel', '内核'),
  translated: say('translated kernel code', '内核代码的译本'),
  vmm: say('the VMM', 'VMM'),
};

/** Ring, mode and whose code. */
export function placeWords({ ring, mode, code }: Control): Words {
  const { en, 'zh-cn': zh } = WHO[code];
  switch (mode) {
    case 'plain':
      return say(`Ring ${ring}: ${en}`, `Ring ${ring}：${zh}`);
    case 'root':
      return say(`Root mode, ring ${ring}: ${en}`, `root 模式 Ring ${ring}：${zh}`);
    case 'non-root':
      return say(`Non-root mode, ring ${ring}: ${en}`, `non-root 模式 Ring ${ring}：${zh}`);
  }
}

/** Why this code runs there under this technique. */
export function reasonWords(technique: Technique, { code }: Control): Words {
  switch (code) {
    case 'user':
      return say('User code keeps ring 3 under every technique.', '无论用哪种技术，用户代码都在 Ring 3。');
    case 'vmm':
      return technique === 'hardware'
        ? say('The VMM alone runs in root mode.', '只有 VMM 在 root 模式运行。')
        : say('Only the VMM has ring 0.', '只有 VMM 占着 Ring 0。');
    case 'translated':
      return say(
        'The rewritten copy runs from the VMM’s cache, in ring 1.',
        '改写后的副本在 VMM 的翻译缓存里，以 Ring 1 运行。',
      );
    case 'guest-kernel':
      return KERNEL[technique];
  }
}

const KERNEL: Readonly<Record<Technique, Words>> = {
  bare: say('There is no VMM: the kernel owns ring 0.', '没有 VMM，内核自己占着 Ring 0。'),
  deprivileged: say('The guest kernel was moved to ring 1.', '客户机内核被移到了 Ring 1。'),
  translation: say('The guest kernel was moved to ring 1.', '客户机内核被移到了 Ring 1。'),
  'xen-32': say(
    'Xen has ring 0; the changed kernel runs in ring 1.',
    'Xen 占着 Ring 0，改过的内核在 Ring 1。',
  ),
  'xen-64': say(
    'In 64-bit mode segments no longer protect Xen, so the kernel shares ring 3 with its programs.',
    '64 位模式下段不再能保护 Xen，内核只好与程序同在 Ring 3。',
  ),
  hardware: say(
    'Non-root mode has all four rings: the kernel keeps its ring 0.',
    'non-root 模式有完整的四个 Ring，内核仍在自己的 Ring 0。',
  ),
};

/** The moment that a step is about; `{ins}` is the instruction. */
export const MOMENT: Readonly<Partial<Record<Phase, Words>>> = {
  run: say('The CPU has come to {ins}.', 'CPU 执行到 {ins}。'),
  trap: say('{ins} has just trapped.', '{ins} 刚刚引起陷入。'),
  emulate: say('{ins} is being emulated.', '{ins} 正在被模拟。'),
  return: say('{ins} has been dealt with, and control has come back.', '{ins} 处理完毕，控制已经交还。'),
  exit: say('{ins} has just caused a VM exit.', '{ins} 刚刚引起 VM 退出。'),
  handle: say('The VM exit that {ins} caused is being handled.', '{ins} 引起的 VM 退出正在处理。'),
  entry: say('{ins} has been dealt with; the VM entry is just made.', '{ins} 处理完毕，刚刚做完 VM 进入。'),
  hypercall: say('In place of {ins} a hypercall has just been made.', '代替 {ins} 的超级调用刚刚发出。'),
  translate: say('{ins} is just being translated.', '{ins} 正在被翻译。'),
  callout: say('The translated code has just called out for {ins}.', '翻译后的代码刚刚为 {ins} 调出。'),
  interrupt: say('Right after {ins} the timer’s handler begins.', '{ins} 之后，时钟中断的处理程序开始执行。'),
  fault: say(
    '{ins} has raised an exception, which the kernel is given.',
    '{ins} 引起了异常，异常交到了内核手里。',
  ),
};

/** What became of an instruction. */
export const OUTCOME: Readonly<Record<Outcome, Words>> = {
  executed: say('It runs directly, with the right result', '直接执行，结果正确'),
  fault: say('The guest’s own exception, as on bare metal', '客户机自己的异常，与裸机相同'),
  replaced: say('The changed kernel does it in memory, no VMM', '改过的内核在内存里完成，不经过 VMM'),
  translated: say('It is rewritten before it runs', '执行前先被改写'),
  hypercall: say('The changed kernel makes a hypercall', '改过的内核发出超级调用'),
  trapped: say('It traps to the VMM, which deals with it', '陷入 VMM，由 VMM 处理'),
  exit: say('It causes a VM exit, and the VMM emulates it', '引起 VM 退出，由 VMM 模拟'),
  wrong: say('An exception that bare metal would not raise', '出现裸机上不会有的异常'),
  silent: say('No trap, and the guest gets a wrong result', '没有陷入，客户机拿到错误结果'),
};

const PROGRAM: Readonly<Partial<Record<ProgramId, Words>>> = {
  interrupts: say('A kernel switches interrupts off and on again', '内核关中断，然后恢复'),
  timer: say('A kernel has interrupts off while the timer ticks', '内核关着中断，其间时钟到点'),
  syscall: say('A program makes a system call and gets its answer', '用户程序发起系统调用并返回'),
  'red-pill': say('A program looks for a VMM (red pill)', '用户程序探测 VMM（红色药丸）'),
  'push-cs': say('A kernel looks which ring it is in', '内核查看自己在哪个 Ring'),
  'page-table': say('A kernel changes a page-table entry', '内核修改一个页表项'),
  'port-io': say('A kernel talks to a device by its port', '内核通过端口访问设备'),
  cpuid: say('A kernel asks the CPU what it is', '内核查询 CPU 型号'),
  hlt: say('A kernel has nothing to do and waits', '内核空闲，等待中断'),
  'user-privileged': say('A program tries to switch interrupts off', '用户程序试图关中断'),
};

/** What a program is about. */
export const programWords = (program: ProgramId): Words =>
  PROGRAM[program] ?? say('A kernel runs one sensitive instruction', '内核执行一条敏感指令');
