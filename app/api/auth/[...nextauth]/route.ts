import { answerNextAuth } from '@/lib/auth/sign-in/next-auth';
import { problemResponse } from '@/lib/http/problem';

interface Params {
  params: Promise<{ nextauth: string[] }>;
}

async function answer(request: Request, context: Params): Promise<Response> {
  try {
    return await answerNextAuth(request, context);
  } catch (error) {
    return problemResponse(error);
  }
}

export { answer as GET, answer as POST };
