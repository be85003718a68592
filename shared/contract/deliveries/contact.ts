import * as z from 'zod';

export const contactPath = '/api/v1/me/contact';

/** One mailbox and nothing else: no list, no comment, no second header line. */
const mailbox = z.email().max(254);

const phone = z.string().regex(/^\+?\d{8,15}$/);

/** Where somebody is reached outside the product; what is null is no way to them. */
export const contactSchema = z
  .strictObject({
    email: mailbox.nullable(),
    /** For a gateway of short messages. */
    phone: phone.nullable(),
    /** As the office's Zalo account knows them. */
    zaloUserId: z
      .string()
      .regex(/^\d{4,32}$/)
      .nullable(),
  })
  .readonly()
  .meta({
    id: 'Contact',
    examples: [{ email: 'hoa.nt@xa-mau.example', phone: null, zaloUserId: null }],
  });

export type Contact = z.infer<typeof contactSchema>;
