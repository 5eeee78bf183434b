/** Whether this process checks what people need not wait for: the tests, and the product that the browser tests use. */
export const inTests = process.env.NODE_ENV === 'test' || process.env.STANDBY_SELF_CHECK === '1';
