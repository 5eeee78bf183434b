/** A time of the next hours as UTC says it, as a pattern: before midnight it may be one of tomorrow, with its day. */
export const toldTime = String.raw`(?:\w+ \d{1,2} \w+, )?\d\d:\d\d UTC`;
