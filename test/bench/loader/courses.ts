/** The trigger that keeps the courses of dossiers sleeps while they are copied in. */
export const COURSES = [
  'select tell_courses(array_agg(unit_id), array_agg(id)) from dossier group by unit_id',
  'vacuum analyze dossier_course',
] as const;
