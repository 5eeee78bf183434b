import { fileReportOverHttp } from '@/lib/http/file-report';
import { queryRoute } from '@/lib/http/route';
import { listReports } from '@/lib/reports/queries/read';

export const GET = queryRoute(listReports);
export const POST = fileReportOverHttp;
