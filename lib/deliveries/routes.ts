import { allowAddress } from '@/lib/deliveries/commands/allow-address';
import { giveUpDelivery } from '@/lib/deliveries/commands/give-up';
import { refuseDelivery } from '@/lib/deliveries/commands/refuse';
import { retryDelivery } from '@/lib/deliveries/commands/retry';
import { retryAllDeliveries } from '@/lib/deliveries/commands/retry-all';
import { withdrawRefusal } from '@/lib/deliveries/commands/withdraw-refusal';
import { listDeliveries } from '@/lib/deliveries/queries/list';
import { readDelivery, readDeliveryHtml } from '@/lib/deliveries/queries/read';
import { updateRecipients } from '@/lib/deliveries/queries/recipients';
import { type Rows, route } from '@/lib/platform/route';

export const deliveryRoutes = {
  'GET /deliveries': listDeliveries,
  'GET /deliveries/:id': readDelivery,
  'POST /deliveries/:id/allow-address': allowAddress,
  'POST /deliveries/:id/give-up': giveUpDelivery,
  'GET /deliveries/:id/mail': route(readDeliveryHtml, { sends: 'mail' }),
  'POST /deliveries/:id/retry': retryDelivery,
  'POST /deliveries/refuse': refuseDelivery,
  'POST /deliveries/retry': retryAllDeliveries,
  'POST /deliveries/withdraw-refusal': withdrawRefusal,
  'GET /incidents/:ref/recipients': updateRecipients,
} satisfies Rows;
