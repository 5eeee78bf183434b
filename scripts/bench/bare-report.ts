import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { uuidv7 } from 'uuidv7';

/*
 * What somebody would write who wants a report stored and nothing else: one transaction of five prepared inserts into
 * the same tables, without checking, limits, policy or a second chance.
 */

const insertReport = {
  name: 'bare-report',
  text: `insert into report (id, ref, channel, source, client_key, service_id, claimed_severity, slow, description,
      since_precision, wants_updates, client_facts, address_block, state, received_at)
    values ($1, $2, 'API', $3, $4, $5, 'SEVERE', false, $6, 'UNKNOWN', false, $7, $8, 'NEW', now())`,
};
const insertToken = {
  name: 'bare-token',
  text: `insert into report_token (id, report_id, purpose, token_hash, expires_at)
    values ($1, $2, 'TRACK', $3, now() + interval '90 days')`,
};
const insertEvent = {
  name: 'bare-event',
  text: `insert into event (id, type, v, data, mode, actor_kind, actor_id, request_id, occurred_at, recorded_at)
    values ($1, 'report.filed', 1, $2, 'LIVE', 'key', $3, $4, now(), clock_timestamp())`,
};
const insertSubject = {
  name: 'bare-subject',
  text: `insert into event_subject (event_id, kind, subject_id) values ($1, 'report', $2)`,
};
const insertInbox = { name: 'bare-inbox', text: 'insert into event_inbox (event_id) values ($1)' };

export interface BareReport {
  keyId: string;
  serviceId: string;
  description: string;
}

export async function insertBareReport(pool: pg.Pool, given: BareReport): Promise<void> {
  const [report, event] = [uuidv7(), uuidv7()];
  const unique = randomBytes(12).toString('hex');
  const data = { reportId: report, channel: 'API', serviceId: given.serviceId, claimed: 'SEVERE' };
  const facts = JSON.stringify({ userAgent: 'bench' });
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(insertReport, [
      report,
      `R-${unique}`,
      `key:${given.keyId}`,
      unique,
      given.serviceId,
      given.description,
      facts,
      randomBytes(16),
    ]);
    await client.query(insertToken, [uuidv7(), report, randomBytes(32)]);
    await client.query(insertEvent, [
      event,
      JSON.stringify({ ...data, slow: false, held: false, spooled: false }),
      given.keyId,
      unique,
    ]);
    await client.query(insertSubject, [event, report]);
    await client.query(insertInbox, [event]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
