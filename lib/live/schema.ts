/** Of a browser, one stream is for so many of its pages: members and private links, each once. */
export const mostPagesOfStream = 30;
