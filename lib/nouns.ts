/**
 * Whoever says stored events, or names the rows that they mention, imports this: then every noun has said how its
 * events are told and how its rows are called.
 */
import '@/lib/automation/events';
import '@/lib/automation/subject';
import '@/lib/checks/events';
import '@/lib/checks/subject';
import '@/lib/datasets/events';
import '@/lib/datasets/subject';
import '@/lib/deliveries/events';
import '@/lib/deliveries/subject';
import '@/lib/incidents/events';
import '@/lib/incidents/subject';
import '@/lib/members/events';
import '@/lib/members/subject';
import '@/lib/monitors/events';
import '@/lib/monitors/subject';
import '@/lib/plans/events';
import '@/lib/plans/subject';
import '@/lib/reports/events';
import '@/lib/reports/subject';
import '@/lib/resources/events';
import '@/lib/resources/subject';
import '@/lib/runs/events';
import '@/lib/runs/subject';
import '@/lib/services/events';
import '@/lib/services/subject';
import '@/lib/settings/events';
import '@/lib/status/events';
import '@/lib/subscribers/events';
import '@/lib/subscribers/subject';
import '@/lib/suites/events';
import '@/lib/suites/subject';
import '@/lib/updates/events';
import '@/lib/updates/subject';
