/**
 * Why: anybody may write an address. Takes percent-encoding away.
 * @returns the text as it stands where it is not valid (`100%`)
 */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
