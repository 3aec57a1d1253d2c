/** Why: figures reckon where things stand before anything is drawn; these are the words for it, in units of the picture. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}
