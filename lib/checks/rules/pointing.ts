import type { CheckState } from '@/lib/checks/schema';
import type { ProbeFault } from '@/lib/probes/rules/probe';
import type { Area, ServerRole } from '@/lib/services/schema';

/** Why a check was not content: what a probe said, or what its answer means. */
export type Fault = ProbeFault | 'DISK' | 'ANSWERS' | 'BACKUP';

/** What a check looks at. `PERSON`: whatever somebody looked at by hand. */
export type Aim =
  | 'NAME'
  | 'REACH'
  | 'CERTIFICATE'
  | 'LINE'
  | 'ANSWER'
  | 'KNOWN_GOOD'
  | 'DEPENDENCY'
  | 'PORT'
  | 'HEALTH'
  | 'STEP'
  | 'BACKUP'
  | 'PERSON';

/** A check as the rule sees it. While it runs again, `state` is what it came to the last time. */
export interface PointCheck {
  id: string;
  name: string;
  area: Area;
  aim: Aim;
  state: CheckState;
  fault: Fault | null;
  serviceId: string | null;
  serverId: string | null;
}

export interface PointServer {
  id: string;
  name: string;
  role: ServerRole;
  /** Whether users reach it first. */
  front: boolean;
  /** Whether the catalogue says where it listens. */
  hasAddress: boolean;
}

export interface PointService {
  id: string;
  name: string;
  hasAddress: boolean;
  hasSuite: boolean;
  servers: PointServer[];
}

export interface PointsInput {
  services: PointService[];
  checks: PointCheck[];
  /** Reports of users on the incident. */
  reports: number;
}
