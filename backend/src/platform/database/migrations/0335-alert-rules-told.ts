import { forward } from './forward.ts';

/** By which rules a unit is warned is told along with its office: when a dossier is near depends on them. */
export const alertRulesTold = forward('AlertRulesTold1795260000335', [
  `create or replace function office_of(at_unit int) returns json language plpgsql stable as $$
   begin
     return (select json_build_object('code', code, 'name', name, 'settings', settings::text, 'calendar',
         (select json_build_object('number', number, 'hash', hash) from calendar_version
           where unit_id = at_unit order by number desc limit 1),
         'alertRules', (select alert_rules.settings::text from alert_rules
           where alert_rules.unit_id = at_unit order by version desc limit 1))
       from unit where id = at_unit);
   end $$`,
]);
