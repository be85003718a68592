export { contactPath, contactSchema, type Contact } from './contact.ts';
export {
  deliveriesPath,
  deliveriesQuerySchema,
  deliveryFaults,
  deliveryPageSchema,
  deliverySchema,
  deliveryStates,
  type DeliveriesQuery,
  type DeliveryFault,
  type DeliveryItem,
  type DeliveryState,
} from './deliveries.ts';
export {
  HOOK_HEADERS,
  createdHookSchema,
  hookListSchema,
  hookSchema,
  hookTemplates,
  hooksPath,
  hooksQuerySchema,
  newHookSchema,
  type CreatedHook,
  type Hook,
  type HookServes,
  type HookTemplate,
  type HooksQuery,
  type NewHook,
} from './hooks.ts';
