import { documentResponse } from '@/lib/status/serving/document-response';

export const dynamic = 'force-dynamic';

export { documentResponse as GET, documentResponse as HEAD, documentResponse as OPTIONS };
