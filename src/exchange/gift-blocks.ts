/** Why: a GIFT file is questions between blank lines; read one by one, each complaint names its line in the file. */

export interface Block {
  /** 1-based line of the file where it begins. */
  readonly line: number;
  readonly text: string;
  /** Whether a question stands in it, and not only comments or a category. */
  readonly question: boolean;
}

/** The blocks of a file, in order; comment lines belong to the block that follows them without a blank line. */
export function giftBlocks(source: string): Block[] {
  const blocks: Block[] = [];
  let lines: string[] = [];
  let begun = 1;
  const end = () => {
    if (lines.length > 0) {
      const said = lines.filter((line) => !/^\s*\/\//.test(line));
      blocks.push({
        line: begun,
        text: lines.join('\n'),
        question: said.length > 0 && !said.every((line) => /^\s*\$CATEGORY:/.test(line)),
      });
    }
    lines = [];
  };
  source
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .forEach((line, i) => {
      if (line.trim() === '') return end();
      // A category ends with its line, whether a blank one follows or not.
      if (/^\s*\$CATEGORY:/.test(line)) end();
      if (lines.length === 0) begun = i + 1;
      lines.push(line);
      if (/^\s*\$CATEGORY:/.test(line)) end();
    });
  end();
  return blocks;
}
