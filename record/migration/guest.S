/*
 * Why: a guest of which the dirty rate is a number. A boot sector: it fills memory above 1 MiB with pages that
 * differ, then writes one word into each of `pages_per_tick` pages a thousand times a second, walking round its
 * working set, and sleeps (HLT) in between. The recorder writes the parameters into the image before it starts.
 */
.intel_syntax noprefix

.set LOAD_AT, 0x7c00
.set IDT, 0x6000                /* 33 gates */
.set MEMORY, 0x100000           /* the first page that it fills, and of its working set */
.set PAGE, 4096

.set TIMER_VECTOR, 0x20
.set TIMER_DIVISOR, 1193        /* 1,193,182 Hz / 1193: a tick of 0.99985 ms */

.set CODE, 8
.set DATA, 16

.code16
.globl _start
_start:
  jmp begin
.org 4                          /* the recorder and the converter know these places */
filled_pages:   .long 0
working_pages:  .long 0
pages_per_tick: .long 0
ticks:          .long 0         /* read by the recorder: does the guest go on, and how fast? */

begin:
  cli
  cld
  xor ax, ax
  mov ds, ax
  in al, 0x92                   /* address line 20: memory above 1 MiB is not that below */
  or al, 2
  out 0x92, al
  lgdt [gdt_pointer]
  mov eax, cr0
  or eax, 1
  mov cr0, eax
  .byte 0x66, 0xea              /* far jump to 32-bit code */
  .long protected
  .word CODE

.code32
protected:
  mov eax, DATA
  mov ds, eax
  mov es, eax
  mov ss, eax
  mov esp, IDT

  /* One gate of the interrupt table: the timer's. */
  mov eax, offset on_tick
  mov [IDT + TIMER_VECTOR * 8], ax
  mov word ptr [IDT + TIMER_VECTOR * 8 + 2], CODE
  mov word ptr [IDT + TIMER_VECTOR * 8 + 4], 0x8e00
  shr eax, 16
  mov [IDT + TIMER_VECTOR * 8 + 6], ax
  lidt [idt_pointer]

  /* Interrupt controllers: requests from vector 0x20 on, all masked but the timer. */
  mov esi, offset controller
  mov ecx, (controller_end - controller) / 2
program:
  lodsw                         /* al: port, ah: value */
  movzx edx, al
  mov al, ah
  out dx, al
  loop program

  /* Timer: rate generator at 1 kHz. */
  mov al, 0x34
  out 0x43, al
  mov al, TIMER_DIVISOR & 255
  out 0x40, al
  mov al, TIMER_DIVISOR >> 8
  out 0x40, al

  /* A page of zeros would cost a migration one byte: each gets a number. */
  mov edi, MEMORY
  mov ecx, [filled_pages]
  xor eax, eax
fill:
  inc eax
  mov [edi], eax
  add edi, PAGE
  loop fill

  mov edi, MEMORY
  mov ebp, [working_pages]
  shl ebp, 12
  add ebp, MEMORY
wait:
  sti
  hlt
  cli
  inc dword ptr [ticks]
  mov ecx, [pages_per_tick]
  jecxz wait
dirty:
  inc dword ptr [edi + 4]
  add edi, PAGE
  cmp edi, ebp
  jb next
  mov edi, MEMORY
next:
  loop dirty
  jmp wait

on_tick:
  push eax
  mov al, 0x20                  /* end of interrupt */
  out 0x20, al
  pop eax
  iret

controller:
  .byte 0x20, 0x11, 0xa0, 0x11, 0x21, TIMER_VECTOR, 0xa1, TIMER_VECTOR + 8
  .byte 0x21, 4, 0xa1, 2, 0x21, 1, 0xa1, 1, 0x21, 0xfe, 0xa1, 0xff
controller_end:

.balign 8
gdt:
  .quad 0, 0x00cf9a000000ffff, 0x00cf92000000ffff
gdt_pointer:
  .word 23
  .long gdt
idt_pointer:
  .word (TIMER_VECTOR + 1) * 8 - 1
  .long IDT

.org 510
.word 0xaa55
