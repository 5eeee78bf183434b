import { Statuspage } from 'statuspage.io';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { encodeDocument } from '@/lib/status/documents/encode';
import { documentStore, swapDocuments } from '@/lib/status/documents/store';
import { renderDocuments } from '@/lib/status/render/documents';
import { boardView } from '@/lib/status/testing/board-view';
import { type RunningServer, runServer } from '@/lib/web/testing/running-server';

let running: RunningServer;
let client: Statuspage;

beforeAll(async () => {
  const documents = await Promise.all((await renderDocuments(boardView, 'app')).map(encodeDocument));
  const byPath = new Map(documents.map((document) => [document.path, document]));
  swapDocuments({ asOf: new Date().toISOString(), version: 'test', documents: byPath });
  running = await runServer(async (_request, response) => void response.end());
  client = new Statuspage('standby');
  client.setApiUrl(running.url);
});

afterAll(async () => {
  await running.stop();
  documentStore.forget();
});

describe('a client written for Atlassian Statuspage', () => {
  test('reads the summary', async () => {
    const summary = await client.api.getSummary();
    expect(summary.page).toEqual({
      id: 'standby',
      name: 'Thornmere services',
      url: 'https://status.example.org',
      time_zone: 'Europe/London',
      updated_at: boardView.asOf,
    });
    expect(summary.status).toEqual({ indicator: 'major', description: 'Partial System Outage' });
    expect(summary.components.map(({ name, status }) => [name, status]).slice(0, 3)).toEqual([
      ['Case Records', 'major_outage'],
      ['File Store', 'partial_outage'],
      ['Search', 'degraded_performance'],
    ]);
    expect(summary.scheduled_maintenances).toEqual([]);
  });

  test('reads status and components', async () => {
    expect((await client.api.getStatus()).status.indicator).toBe('major');
    const { components } = await client.api.getComponents();
    expect(components).toHaveLength(7);
    for (const component of components) {
      expect(Object.keys(component)).toEqual(
        expect.arrayContaining([
          'id',
          'name',
          'status',
          'created_at',
          'updated_at',
          'position',
          'page_id',
          'group',
        ]),
      );
    }
  });

  test('reads incidents with their updates, all and unresolved', async () => {
    const { incidents } = await client.api.incidents.getAll();
    const [first] = incidents;
    expect(first).toMatchObject({
      id: 'INC-2041',
      impact: 'critical',
      status: 'identified',
      resolved_at: null,
      shortlink: 'https://status.example.org/status/INC-2041',
    });
    expect(first?.incident_updates).toHaveLength(2);
    expect(first?.incident_updates[0]?.body).toContain('A disk controller failed');
    expect((await client.api.incidents.getUnresolved()).incidents.map(({ impact }) => impact)).toEqual([
      'critical',
      'major',
      'minor',
    ]);
  });

  test('reads that no maintenance is planned', async () => {
    const planned = client.api.scheduledMaintenances;
    for (const read of [planned.getAll(), planned.getUpcoming(), planned.getActive()]) {
      expect((await read).scheduled_maintenances).toEqual([]);
    }
  });

  test('may be a script of another site', async () => {
    const answer = await fetch(`${running.url}/api/v2/summary.json`, {
      headers: { origin: 'https://other.example' },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });
});
