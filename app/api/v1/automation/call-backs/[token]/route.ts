import { receiveCallBack } from '@/lib/http/call-back';

export const POST = receiveCallBack;
