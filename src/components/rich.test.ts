import { describe, expect, it } from 'vitest';
import { rich } from './rich';

describe('rich', () => {
  it('turns the two marks into elements and lets no other HTML pass', () => {
    expect(rich('**POPF** is `popf` & <b>not</b> "this"')).toBe(
      '<b>POPF</b> is <code>popf</code> &amp; &lt;b&gt;not&lt;/b&gt; &quot;this&quot;',
    );
    expect(rich('`a < b`')).toBe('<code>a &lt; b</code>');
  });
});
