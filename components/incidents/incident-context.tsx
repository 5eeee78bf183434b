'use client';

import { createContext, type ReactNode, use } from 'react';
import type { PromiseSettings } from '@/components/updates/next-choices';
import type { IncidentView } from '@/lib/incidents/queries/views';

export interface IncidentScene {
  incident: IncidentView;
  /** Of the organisation, for promises. */
  settings: PromiseSettings;
  /** The member who looks at it. */
  memberId: string;
}

const Scene = createContext<IncidentScene | null>(null);

export function IncidentProvider({ scene, children }: { scene: IncidentScene; children: ReactNode }) {
  return <Scene value={scene}>{children}</Scene>;
}

/** The incident that the page is about, as it is now. */
export function useIncident(): IncidentScene {
  const scene = use(Scene);
  if (!scene) throw new Error('This part belongs on the page of an incident.');
  return scene;
}
