/** The reference of an incident by its number from the sequence: INC-2041. */
export function incidentReference(number: number): string {
  return `INC-${number}`;
}

/** Reads what a person typed: "inc 2041", "INC-2041", "2041". Null when it is no reference. */
export function parseIncidentReference(text: string): string | null {
  const match = /^(?:INC)?[\s–-]*(\d{1,9})$/i.exec(text.slice(0, 40).trim());
  const number = Number(match?.[1] ?? 0);
  return number > 0 ? incidentReference(number) : null;
}
