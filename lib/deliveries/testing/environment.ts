/* Read once by the first `settings()`, so this file is imported before anything is done. */
process.env.STANDBY_SECRET ??= 'a secret for these tests, long enough to be one';
process.env.STANDBY_URL = 'https://status.example';
process.env.MAIL_FROM = 'Standby <standby@status.example>';

export const baseUrl = process.env.STANDBY_URL;
