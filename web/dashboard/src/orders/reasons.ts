// Reasons for which a proof is not accepted, as customers read them: each in the language that they are answered in.

export const REASONS = ["amount", "payee", "unreadable", "noPayment", "usedBefore", "notArrived"] as const;

export type Reason = (typeof REASONS)[number];

const SAID: Record<string, Record<Reason, string>> = {
  en: {
    amount: "The amount on the receipt is not the amount of the order.",
    payee: "The money did not go to our account.",
    unreadable: "The picture is not clear enough to read.",
    noPayment: "The picture does not show a payment.",
    usedBefore: "This receipt was already used for another order.",
    notArrived: "The payment has not arrived in our account.",
  },
  ur: {
    amount: "رسید پر لکھی رقم آرڈر کی رقم کے برابر نہیں ہے۔",
    payee: "رقم ہمارے اکاؤنٹ میں نہیں بھیجی گئی۔",
    unreadable: "تصویر اتنی صاف نہیں کہ پڑھی جا سکے۔",
    noPayment: "تصویر میں کوئی ادائیگی نظر نہیں آ رہی۔",
    usedBefore: "یہ رسید پہلے ہی کسی اور آرڈر کے لیے استعمال ہو چکی ہے۔",
    notArrived: "ادائیگی ابھی تک ہمارے اکاؤنٹ میں نہیں پہنچی۔",
  },
  "ur-Latn": {
    amount: "Raseed par likhi raqam order ki raqam ke barabar nahi hai.",
    payee: "Raqam hamare account mein nahi bheji gayi.",
    unreadable: "Tasveer itni saaf nahi ke parhi ja sake.",
    noPayment: "Tasveer mein koi payment nazar nahi aa rahi.",
    usedBefore: "Yeh raseed pehle hi kisi aur order ke liye istemal ho chuki hai.",
    notArrived: "Payment abhi tak hamare account mein nahi pohanchi.",
  },
  ar: {
    amount: "المبلغ الظاهر في الإيصال لا يساوي مبلغ الطلب.",
    payee: "لم يُحوَّل المبلغ إلى حسابنا.",
    unreadable: "الصورة غير واضحة بما يكفي لقراءتها.",
    noPayment: "الصورة لا تُظهر عملية دفع.",
    usedBefore: "سبق استخدام هذا الإيصال لطلب آخر.",
    notArrived: "لم يصل المبلغ إلى حسابنا بعد.",
  },
  es: {
    amount: "El importe del comprobante no coincide con el del pedido.",
    payee: "El dinero no se envió a nuestra cuenta.",
    unreadable: "La imagen no es lo bastante clara para leerla.",
    noPayment: "La imagen no muestra ningún pago.",
    usedBefore: "Este comprobante ya se usó para otro pedido.",
    notArrived: "El pago no ha llegado a nuestra cuenta.",
  },
};

/** The language that the shop answers this customer in. */
export function languageOf(
  customer: { language: string | null } | null,
  shop: { offeredLanguages: readonly string[]; defaultLanguage: string },
): string {
  const own = customer?.language;
  return own != null && shop.offeredLanguages.includes(own) ? own : shop.defaultLanguage;
}

export function sayReason(reason: Reason, language: string): string {
  return (SAID[language] ?? SAID.en)?.[reason] ?? "";
}
