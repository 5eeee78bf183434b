/** The box that updates are written in; it is on the Timeline tab. */
export const composerScope = 'update';
export const composerId = `${composerScope}-text`;
