/** What the drawing process is sent: one picture. */
export interface Order {
  kind: 'png' | 'jpeg';
  bytes: Uint8Array;
  /** As many as its header says; one that unfolds to more is damaged. */
  pixels: number;
}

export interface Drawn {
  /** A PNG that takes too many bytes becomes a JPEG. */
  kind: Order['kind'];
  bytes: Uint8Array;
  width: number;
  height: number;
}

/** Why a picture was not drawn: it is broken, or takes more memory, computing time or bytes than one picture may. */
export type NotDrawn = 'damaged' | 'memory' | 'time' | 'bytes';

export type OrderAnswer = Drawn | { notDrawn: NotDrawn };
