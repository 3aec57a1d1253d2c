/** Why: addresses worth trying, by what a Linux process keeps there. The first is the figure's own. */
export const ADDRESSES = ['7f3a5c2d1e48', '55d0c8a41010', '7ffd9b3f2c88', 'ffff888012345678'] as const;
