/*
 * Why: a guest without an operating system, so that every exit has a cause that can be pointed at. It climbs
 * from real mode to 64-bit mode, then plays 20 scenes, each announced by OUT 0xE9 with its number in AL: one
 * exit of instrumentation, which the converter leaves out of its counts.
 *
 * A flat image, loaded and entered at guest-physical 0x1000. The addresses of its instructions stand in
 * listing.ts and in the recordings: a change here moves them, so record and convert again after it.
 */
.intel_syntax noprefix

/* Memory map, guest-physical; identity-mapped, so virtual as well. */
.set PML4_A, 0x10000            /* two address spaces with the same content, each with tables of its own down to PT_0 */
.set PDPT,   0x11000
.set PD_0,   0x12000
.set PT_0,   0x13000
.set PD_3,   0x14000
.set PML4_B, 0x15000
.set PDPT_B, 0x16000
.set PD_B,   0x17000
.set IDT,    0x19000
.set TSS,    0x1a000
.set USER_STACK,   0x31000
.set RESULTS,      0x40000      /* read by the VMM at the end; 64-bit slots, see below */
.set VICTIM,       0x50000      /* the page whose page-table entry is edited */
.set OTHER_FRAME,  0x60000      /* what that entry points to in turn */
.set USER_CODE,    0x6000       /* the only page that ring 3 may execute */
.set KERNEL_STACK, 0x20000
.set FRESH,        0x200000     /* memory that nothing has touched yet */
.set DEVICE,       0x10000000   /* no memory there: an access is MMIO */
.set LAPIC,        0xfee00000

.set TSC_BEGIN, RESULTS         /* time stamp before the system calls */
.set SYSCALLS,  RESULTS + 8
.set TSC_END,   RESULTS + 16
.set IRQS,      RESULTS + 24
.set FAULT_AT,  RESULTS + 32    /* CR2 of the guest's own page fault */
.set VICTIM_PTE, PT_0 + 0x50 * 8

.set PRESENT, 1
.set ENTRY,   7                 /* present, writable, user */
.set LARGE,   0x83              /* present, writable, 2 MiB */
.set LARGE_UNCACHED, 0x93

.set CODE32, 0x08
.set DATA32, 0x10
.set CODE64, 0x18
.set DATA64, 0x20
.set TASK,   0x38

.macro SCENE number
    mov al, \number
    out 0xe9, al
.endm

.code16
.globl _start
_start:
    cli
    xor ax, ax
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov sp, 0x7000

    SCENE 1                         /* real mode, protected mode, 64-bit mode */
    lgdt [gdt_register]
    mov eax, cr0
    or  eax, 1                      /* PE */
    mov cr0, eax
    .byte 0x66, 0xea                /* far jump with a 32-bit offset, spelled out: the assembler has no form */
    .long protected
    .word CODE32

.code32
protected:
    mov ax, DATA32
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov esp, KERNEL_STACK
    mov edi, PML4_A                 /* clear all tables */
    xor eax, eax
    mov ecx, 0x2800                 /* double words, 0x10000 to 0x19fff */
    rep stosd
    mov dword ptr [PML4_A], PDPT + ENTRY
    mov dword ptr [PML4_B], PDPT_B + ENTRY
    mov dword ptr [PDPT], PD_0 + ENTRY
    mov dword ptr [PDPT + 3 * 8], PD_3 + ENTRY
    mov dword ptr [PD_0], PT_0 + ENTRY
    mov dword ptr [PD_0 + 8], FRESH + LARGE
    mov dword ptr [PD_0 + 128 * 8], DEVICE + LARGE
    mov dword ptr [PD_3 + 0x1f7 * 8], LAPIC + LARGE_UNCACHED
    mov dword ptr [PDPT_B], PD_B + ENTRY
    mov dword ptr [PDPT_B + 3 * 8], PD_3 + ENTRY
    mov dword ptr [PD_B], PT_0 + ENTRY
    mov dword ptr [PD_B + 8], FRESH + LARGE
    mov dword ptr [PD_B + 128 * 8], DEVICE + LARGE
    mov edi, PT_0                   /* the first 2 MiB in pages of 4 KiB, for the kernel alone */
    mov eax, 3
    mov ecx, 512
1:  mov [edi], eax
    add eax, 0x1000
    add edi, 8
    loop 1b
    or dword ptr [PT_0 + 6 * 8], 4      /* the page of user code */
    or dword ptr [PT_0 + 0x30 * 8], 4   /* the page of the user stack */
    mov eax, cr4
    or  eax, 0x220                  /* PAE, OSFXSR */
    mov cr4, eax
    mov eax, PML4_A
    mov cr3, eax
    mov ecx, 0xc0000080             /* EFER */
    rdmsr
    or  eax, 0x101                  /* LME, SCE */
    wrmsr
    mov eax, cr0
    or  eax, 0x80000000             /* PG */
    mov cr0, eax
    .byte 0xea
    .long long_mode
    .word CODE64

.code64
long_mode:
    mov ax, DATA64
    mov ds, ax
    mov es, ax
    mov ss, ax
    mov rsp, KERNEL_STACK
    lea rax, [rip + on_page_fault]
    mov rdi, IDT + 14 * 16
    call set_gate
    lea rax, [rip + on_protection_fault]
    mov rdi, IDT + 13 * 16
    call set_gate
    lea rax, [rip + on_interrupt]   /* the APIC's timer */
    mov rdi, IDT + 0x40 * 16
    call set_gate
    lea rax, [rip + on_interrupt]   /* the device */
    mov rdi, IDT + 0x41 * 16
    call set_gate
    lidt [idt_register]
    mov qword ptr [TSS + 4], KERNEL_STACK   /* RSP0: the stack of a fault in ring 3 */
    mov ax, TASK
    ltr ax
    mov rbx, RESULTS
    call touch_pages

    SCENE 2                         /* CPUID always exits on AMD and Intel */
    xor eax, eax
    cpuid
    mov eax, 0x40000000             /* the hypervisor's own leaf */
    cpuid

    SCENE 3                         /* port I/O: two bytes to the serial line, then its status */
    mov dx, 0x3f8
    mov al, 'H'
    out dx, al
    mov al, 'i'
    out dx, al
    mov dx, 0x3fd
    in  al, dx

    SCENE 4                         /* string I/O */
    lea rsi, [rip + message]
    mov ecx, 5
    mov dx, 0x3f8
    cld
    rep outsb

    SCENE 5                         /* MMIO: write, read, write */
    mov rdi, DEVICE
    mov dword ptr [rdi], 0xcafe
    mov eax, dword ptr [rdi + 4]
    mov dword ptr [rdi + 8], eax

    SCENE 6                         /* MSRs: some exit, some are passed through */
    mov ecx, 0x10                   /* time stamp counter */
    rdmsr
    mov ecx, 0x1a0                  /* MISC_ENABLE */
    rdmsr
    mov ecx, 0x277                  /* PAT, read and written back */
    rdmsr
    wrmsr
    mov ecx, 0xc0000100             /* FS.base: passed through */
    rdmsr
    wrmsr
    mov ecx, 0x12345678             /* there is none: KVM injects #GP */
    rdmsr

    SCENE 7                         /* first touch of four pages: a nested (or shadow) fault each */
    mov rdi, FRESH
    mov ecx, 4
2:  mov qword ptr [rdi], 1
    add rdi, 0x1000
    dec ecx
    jnz 2b

    SCENE 8                         /* second touch of the same: none */
    mov rdi, FRESH
    mov ecx, 4
3:  add qword ptr [rdi], 1
    add rdi, 0x1000
    dec ecx
    jnz 3b

    SCENE 9                         /* hypercalls: one that KVM knows, one that it does not */
    mov eax, 1                      /* KVM_HC_VAPIC_POLL_IRQ: returns 0 */
    vmmcall
    mov eax, 99                     /* returns -KVM_ENOSYS */
    vmmcall

    SCENE 10                        /* control registers */
    mov rax, cr0
    or  rax, 8                      /* TS */
    mov cr0, rax
    clts
    mov rax, cr0
    xor rax, 0x10000                /* WP */
    mov cr0, rax
    mov rax, cr4
    xor rax, 0x80                   /* PGE */
    mov cr4, rax
    call touch_pages                /* another WP is another shadow table, empty: filled before it is the subject */
    or qword ptr [FRESH], 0

    SCENE 11                        /* 16 switches between two address spaces */
    mov ecx, 8
    mov rax, PML4_A
    mov rdx, PML4_B
4:  mov cr3, rdx
    mov rsi, [FRESH]
    mov cr3, rax
    mov rsi, [FRESH]
    dec ecx
    jnz 4b

    SCENE 12                        /* four page-table edits, each with INVLPG and a use */
    mov ecx, 4
5:  xor qword ptr [VICTIM_PTE], OTHER_FRAME ^ VICTIM    /* to the other frame, and back */
    invlpg [VICTIM]
    mov rsi, [VICTIM]
    dec ecx
    jnz 5b

    SCENE 13                        /* a page fault that is the guest kernel's own business */
    and qword ptr [VICTIM_PTE], ~PRESENT
    invlpg [VICTIM]
    mov rsi, [VICTIM]

    SCENE 14                        /* the MSRs of SYSCALL */
    mov ecx, 0xc0000081             /* STAR: SYSRET loads CS 0x33 and SS 0x2b, SYSCALL loads CODE64 */
    xor eax, eax
    mov edx, 0x00230018
    wrmsr
    mov ecx, 0xc0000082             /* LSTAR */
    lea rax, [rip + on_system_call]
    xor edx, edx
    wrmsr
    mov ecx, 0xc0000084             /* SFMASK: interrupts off */
    mov eax, 0x200
    xor edx, edx
    wrmsr

    SCENE 15                        /* ring 3 and 100 system calls: none needs the hypervisor */
    rdtsc
    mov [TSC_BEGIN], eax
    mov qword ptr [SYSCALLS], 0
    mov rcx, USER_CODE
    mov r11, 2                      /* RFLAGS: interrupts off */
    mov rsp, USER_STACK
    sysretq
after_user:
    rdtsc
    mov [TSC_END], eax
    mov rsp, KERNEL_STACK

    SCENE 16                        /* arm the APIC's timer, then HLT until it fires */
    mov ax, DATA64
    mov ss, ax
    mov rdi, LAPIC
    mov dword ptr [rdi + 0xf0], 0x1ff       /* switched on, spurious vector 0xff */
    mov dword ptr [rdi + 0x3e0], 0xb        /* divide by 1 */
    mov dword ptr [rdi + 0x320], 0x40       /* one shot, vector 0x40 */
    mov dword ptr [rdi + 0x380], 2000000    /* 2 ms: KVM's APIC bus runs at 1 GHz */
    sti
    hlt
    cli

    SCENE 17                        /* a device interrupt: the VMM is asked for MSI 0x41 */
    mov al, 1
    out 0xe8, al
    sti
    nop
    nop
    cli

    SCENE 18                        /* compute for 12 ms: only the host's own interrupts force exits */
    rdtsc
    mov r8d, eax
6:  rdtsc
    sub eax, r8d
    cmp eax, 12000000
    jb 6b

    SCENE 19                        /* a timer interrupt reaches a guest that computes */
    mov rdi, LAPIC
    mov qword ptr [IRQS], 0
    mov dword ptr [rdi + 0x380], 1000000
    sti
7:  cmp qword ptr [IRQS], 0
    je 7b
    cli

    SCENE 20                        /* tell the VMM that this is the end */
    out 0xf4, al
8:  hlt
    jmp 8b

/*
 * Gives each page that a scene uses its place in KVM's tables, so that only the scene about first touches shows
 * one. Of its page table the guest reads alone: that KVM guards it against writes is the subject of scene 12.
 */
touch_pages:
    cmp byte ptr [USER_CODE], 0
    cmp byte ptr [IDT], 0
    cmp byte ptr [VICTIM_PTE], 0
    or qword ptr [RESULTS], 0
    or qword ptr [VICTIM], 0
    or qword ptr [OTHER_FRAME], 0
    ret

set_gate:                           /* RAX: handler, RDI: the gate of 16 bytes */
    mov [rdi], ax
    mov word ptr [rdi + 2], CODE64
    mov word ptr [rdi + 4], 0x8e00  /* present, interrupt gate, ring 0 */
    shr rax, 16
    mov [rdi + 6], ax
    shr rax, 16
    mov [rdi + 8], eax
    mov dword ptr [rdi + 12], 0
    ret

on_page_fault:                      /* notes the address and makes the page present again */
    push rax
    mov rax, cr2
    mov [FAULT_AT], rax
    or qword ptr [VICTIM_PTE], PRESENT
    pop rax
    add rsp, 8                      /* the error code */
    iretq

on_protection_fault:                /* skips the RDMSR that caused it, two bytes */
    add qword ptr [rsp + 8], 2
    add rsp, 8
    iretq

on_interrupt:
    push rdi
    mov rdi, LAPIC
    mov dword ptr [rdi + 0xb0], 0   /* end of interrupt */
    inc qword ptr [IRQS]
    pop rdi
    iretq

on_system_call:
    inc qword ptr [SYSCALLS]
    cmp qword ptr [SYSCALLS], 100
    jae after_user
    sysretq

.balign 16
gdt:
    .quad 0
    .quad 0x00cf9a000000ffff        /* 0x08 CODE32 */
    .quad 0x00cf92000000ffff        /* 0x10 DATA32 */
    .quad 0x00af9a000000ffff        /* 0x18 CODE64 */
    .quad 0x00cf92000000ffff        /* 0x20 DATA64 */
    .quad 0x00cff2000000ffff        /* 0x28 user data, selector 0x2b */
    .quad 0x00affa000000ffff        /* 0x30 user code, selector 0x33 */
    .word 0x67, TSS & 0xffff        /* 0x38 TASK */
    .byte TSS >> 16, 0x89, 0, 0
    .quad 0
gdt_end:
gdt_register:
    .word gdt_end - gdt - 1
    .long gdt
idt_register:
    .word 0xfff
    .quad IDT
message:
    .ascii "world"

.org USER_CODE - 0x1000
user_code:
    mov eax, 39
    syscall
    jmp user_code
.org 0x5100
