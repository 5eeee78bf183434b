/** RTO or RPO in the shortest honest words: "60 min", "4 h", "2 days". Null is said as none. */
export function objectiveWords(minutes: number | null): string {
  if (minutes === null) return 'none';
  if (minutes % 1440 === 0 && minutes >= 2880) return `${minutes / 1440} days`;
  if (minutes % 60 === 0 && minutes > 60) return `${minutes / 60} h`;
  return `${minutes} min`;
}
