import { expect, test } from 'vitest';
import { decode } from './decode';

test('what was encoded comes back, and what cannot have been stays', () => {
  for (const text of ['kvm', 'a b/c~1', '100%', '虚拟化 50% %41', '%']) {
    expect(decode(encodeURIComponent(text))).toBe(text);
    expect(() => decode(text)).not.toThrow();
  }
  for (const broken of ['%', '100%', '%zz', '%E8%99']) expect(decode(broken)).toBe(broken);
});
