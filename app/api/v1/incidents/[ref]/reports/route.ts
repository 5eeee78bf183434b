import { queryRoute } from '@/lib/http/route';
import { incidentReports } from '@/lib/incidents/queries/reports';

export const GET = queryRoute(incidentReports);
