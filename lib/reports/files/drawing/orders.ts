/** What the drawing process is sent: one picture. */
export interface Order {
  kind: 'png' | 'jpeg';
  bytes: Uint8Array;
  /** As many as its header says; one that unfolds to more is damaged. */
  pixels: number;
}

export interface Drawn {
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Why a picture was not drawn: it is broken, or it cost more memory or computing time than one picture may. */
export type NotDrawn = 'damaged' | 'memory' | 'time';

export type OrderAnswer = Drawn | { notDrawn: NotDrawn };
