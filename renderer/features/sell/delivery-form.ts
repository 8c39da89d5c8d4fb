import { type Delivery, deliverySchema } from '../../../shared/domain/sale.ts'

/** The delivery form as typed. */
export type DeliveryForm = { readonly [Field in keyof Delivery]: string }
export type DeliveryField = keyof Delivery
export type DeliveryProblem = 'required' | 'phone' | 'postalCode'
export type DeliveryProblems = { readonly [Field in DeliveryField]?: DeliveryProblem | undefined }

export const EMPTY_DELIVERY_FORM: DeliveryForm = {
  recipientName: '',
  phone: '',
  address: '',
  province: '',
  city: '',
  district: '',
  subDistrict: '',
  postalCode: '',
  courier: '',
  awb: '',
  note: '',
}

/** Couriers that shops use most; any other name may be typed. */
export const COURIERS: readonly string[] = [
  'JNE',
  'J&T',
  'SiCepat',
  'AnterAja',
  'Ninja',
  'Pos Indonesia',
  'GoSend',
  'GrabExpress',
  'Kurir Toko',
]

const REQUIRED: readonly DeliveryField[] = [
  'recipientName',
  'phone',
  'address',
  'province',
  'city',
  'district',
  'subDistrict',
  'postalCode',
  'courier',
]

/** Fills the form from an address. */
export const formOf = (delivery: Delivery | null): DeliveryForm =>
  delivery === null ? EMPTY_DELIVERY_FORM : { ...delivery, awb: delivery.awb ?? '' }

const problemOf = (field: DeliveryField, text: string): DeliveryProblem | null => {
  if (text === '') return 'required'
  // Indonesian numbers have 8 to 13 digits, 15 with a country code (E.164).
  if (field === 'phone' && !/^\+?\d{8,15}$/.test(text.replace(/[\s().-]/g, ''))) return 'phone'
  if (field === 'postalCode' && !/^\d{5}$/.test(text)) return 'postalCode'
  return null
}

export type DeliveryReading =
  | { readonly ok: true; readonly delivery: Delivery }
  | { readonly ok: false; readonly problems: DeliveryProblems }

/** The address that the form holds, trimmed; or what is wrong, field by field. */
export const readDeliveryForm = (form: DeliveryForm): DeliveryReading => {
  const problems: { [Field in DeliveryField]?: DeliveryProblem } = {}
  for (const field of REQUIRED) {
    const problem = problemOf(field, form[field].trim())
    if (problem !== null) problems[field] = problem
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  const trimmed = Object.fromEntries(Object.entries(form).map(([field, text]) => [field, text.trim()]))
  const awb = form.awb.trim()
  return { ok: true, delivery: deliverySchema.parse({ ...trimmed, awb: awb === '' ? null : awb }) }
}
