/** Why: sequences to begin with in the free scene; any of them can be gone on with. */
export const READY = {
  none: '',
  rootless:
    '40-unshare-user,40-uidmap-1000,40-unshare-pid_mnt_uts,40-fork,100-sethostname-web,100-proc,100-kill-41',
  refused:
    '40-unshare-net,40-unshare-user,40-unshare-mnt,40-proc,40-unshare-pid,40-unshare-pid,40-bind-80,40-fork,100-exit,40-fork,41-bind-80,1-bind-80',
} as const;
