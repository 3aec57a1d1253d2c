import { expect, test } from 'vitest';
import { lessonTimes } from './build-times';

test('the time of each lesson page is read, in both languages, with colours or without', () => {
  const log = [
    '02:53:26   ├─ /figures/rings/index.html (+9ms) ',
    '02:53:26   ├─ /lessons/kvm/index.html (+11ms) ',
    '\u001b[2m02:53:26\u001b[22m   \u001b[34m├─\u001b[39m \u001b[2m/zh-cn/lessons/kvm/index.html\u001b[22m\u001b[2m (+1.02s)\u001b[22m ',
    '02:53:26   └─ /lessons/index.html (+4ms) ',
  ].join('\n');
  expect(lessonTimes(log)).toEqual({ '/lessons/kvm/': 11, '/zh-cn/lessons/kvm/': 1020 });
});
