/** Why: captions and questions mark **what happened** and `code`, and nothing else; no HTML ever passes. */
import { Fragment } from 'react';

/** Text with `**bold**` and `` `code` `` as elements. */
export function RichText({ text }: { readonly text: string }) {
  const parts = text.split(/(\*\*[^*]+\*\*|`[^`]+`)/);
  return parts.map((part, i) => {
    if (part.startsWith('**')) return <b key={i}>{part.slice(2, -2)}</b>;
    if (part.startsWith('`')) return <code key={i}>{part.slice(1, -1)}</code>;
    return <Fragment key={i}>{part}</Fragment>;
  });
}

/** The same text without marks, for attributes and announcements. */
export const plainText = (text: string): string => text.replace(/\*\*|`/g, '');
