"""True texts beside those promises: forty written blind and measured once, and others to mend the guard by."""

from dataclasses import replace
from typing import Final

from models.orders import OrderStatus
from tests.guard.facts import CHECKED, FACTS, NOTHING_ORDERED, TO_PAY
from tests.guard.false_chats import Case, of

PAID = replace(FACTS, orders=(replace(CHECKED, status=OrderStatus.PAID),))
REJECTED = replace(FACTS, orders=(replace(CHECKED, status=OrderStatus.REJECTED, rejection_reason="Wrong amount."),))

PROMISES: Final[dict[str, tuple[Case, ...]]] = {
    "en": (
        *of(
            FACTS,
            "All good, Sara! What else can I help you with?",
            "The team is already checking your payment.",
            "I'll check with the team and come back to you.",
        ),
        *of(
            NOTHING_ORDERED,
            "Our team answers within a day with Gold care.",
            "That works! Gold care is Rs 35,000 a month.",
            "We start working on your site once the payment is confirmed.",
            "Do you already have a website, or are we starting from scratch?",
            "I'm happy to help with your website today.",
            "The designer team builds your website with up to 15 pages.",
            "Is your current site live?",
            "Lessons are live and in the evening, so they fit with your work.",
            "The Monthly class has 12 live lessons; it's a good fit if you work during the day.",
            "The Starter site is ready in two weeks, the Business site in four.",
            "Your posts go out on one network with Silver care.",
            "If you want to pay with JazzCash, that's possible.",
            "You can go through the packages with your partner and tell me.",
            "Sorry, we can't give your money back just because of that; a person from our team can explain.",
        ),
        *of(
            PAID,
            "Your payment was checked and accepted, thank you!",
            "Everything is in order: your payment for PX-1042 was confirmed.",
        ),
        *of(REJECTED, "The team checked your payment and could not accept it: the amount is wrong."),
        *of(
            TO_PAY,
            "You can pay today or tomorrow, whenever it suits you.",
            "Please send the payment to JazzCash 0301 2345678 and share the screenshot here.",
        ),
        *of(
            NOTHING_ORDERED,
            "Hey Sara, good to hear from you again! How's the shop going?",
            "Gold care answers comments within a day and covers two networks, for Rs 35,000 a month.",
            "Sure, what would you like to sell online? With up to 200 products, the Online store should fit.",
            "I can't promise a refund myself, but I can ask a colleague to talk to you about it.",
            "Changing the package costs Rs 500; there's more at https://sample.pk/help.",
            "It's great that you're ready to start! Which package would you like?",
        ),
        *of(FACTS, "Your receipt is with the team. As soon as they've looked at it I'll let you know."),
        *of(TO_PAY, "Once you've paid, just send me a screenshot and the team will check it."),
    ),
    "ur": (
        *of(FACTS, "سب ٹھیک ہے، اور کیا مدد کروں؟", "ٹیم آپ کی رسید دیکھ رہی ہے۔"),
        *of(
            NOTHING_ORDERED,
            "ادائیگی کی تصدیق کے بعد کام شروع ہوتا ہے۔",
            "کوئی بات نہیں، کل تک سوچ لیں۔",
            "ٹھیک ہے، Gold care کی قیمت 35,000 روپے ہے۔",
            "آپ کے پاس پہلے سے ویب سائٹ ہے؟",
        ),
        *of(TO_PAY, "رسید ہمارے پاس پہنچے گی تو ٹیم چیک کرے گی۔"),
        *of(
            NOTHING_ORDERED,
            "ماشاءاللہ، نئی دکان مبارک ہو! آپ کو ویب سائٹ چاہیے یا سوشل میڈیا؟",
            "Platinum care تین مہینے کے لیے 90,000 روپے کا ہے اور اس میں چار نیٹ ورک ہیں۔",
            "رقم واپسی کے بارے میں ٹیم ہی بتا سکتی ہے، میں ان سے بات کرواتا ہوں۔",
            "جی، کلاسیں شام کو ہوتی ہیں اور چھوٹے گروپ میں۔",
            "آپ بتائیں، کتنے صفحات کی ضرورت ہوگی؟",
            "Trial week سات دن کا ہے، 2,500 روپے میں 3 لائیو کلاسیں۔",
        ),
        *of(FACTS, "آپ کی رسید ٹیم کے پاس ہے، چیک ہوتے ہی بتا دوں گا۔"),
        *of(TO_PAY, "آپ کے آرڈر PX-1050 کے 15,000 روپے ابھی باقی ہیں۔"),
    ),
    "ur-Latn": (
        *of(FACTS, "Theek hai ji, aur kuch?", "Team aap ki raseed dekh rahi hai."),
        *of(
            NOTHING_ORDERED,
            "Theek hai, Gold care 35,000 ka hai.",
            "Kya aap ke paas pehle se website hai?",
            "Payment ke baad kaam start hota hai.",
            "Business site 4 hafte mein tayyar hoti hai, 60,000 mein.",
            "Aap kal tak soch ke bata dein, koi masla nahi.",
        ),
        *of(TO_PAY, "Paise bhej kar screenshot yahan share kar dein."),
        *of(
            NOTHING_ORDERED,
            "Zabardast! Dukan kis cheez ki hai aap ki?",
            "Platinum care 3 mahine ke liye 90,000 ka hai, 4 networks ke saath.",
            "Refund ka main nahi keh sakta, team se pooch ke batata hoon.",
            "Classes shaam ko hoti hain, chhote groups mein.",
            "Kitne pages chahiye honge aap ko?",
            "Koi masla nahi, jab dil kare message kar dein.",
        ),
        *of(FACTS, "Raseed team ke paas hai, jaise hi check hoti hai bata dunga."),
        *of(TO_PAY, "PX-1050 ke 15,000 abhi baqi hain, JazzCash 0301 2345678 Nadia Sample."),
    ),
    "ar": (
        *of(FACTS, "تمام يا سارة، هل من شيء آخر؟", "الفريق يراجع إيصالك الآن."),
        *of(
            NOTHING_ORDERED,
            "نبدأ العمل بعد تأكيد الدفع.",
            "هل لديك موقع الآن؟",
            "تمام، سعر Gold care هو 35,000 روبية.",
            "خذي وقتك حتى الغد وأخبريني.",
            "الدروس مباشرة ويعمل المدرس مع مجموعات صغيرة.",
        ),
        *of(TO_PAY, "حولي 15,000 روبية إلى JazzCash 0301 2345678 باسم Nadia Sample."),
        *of(
            NOTHING_ORDERED,
            "مبروك المتجر الجديد يا سارة! شو بتبيعين فيه؟",
            "Platinum care لمدة ثلاثة أشهر بسعر 90,000 روبية وتشمل أربع شبكات.",
            "لا أستطيع أن أعدك باسترداد المبلغ، لكن يمكنني سؤال الفريق.",
            "الدروس في المساء وفي مجموعات صغيرة.",
            "كم صفحة تحتاجين تقريباً؟",
            "Starter site بسعر 25,000 روبية، وتشمل خريطة ونموذج تواصل.",
        ),
        *of(FACTS, "إيصالك عند الفريق، وسأخبرك حالما تتم مراجعته."),
        *of(TO_PAY, "لا يزال مبلغ 15,000 روبية مستحقاً للطلب PX-1050."),
    ),
    "es": (
        *of(FACTS, "Todo bien, Sara. ¿En qué más te ayudo?", "El equipo está revisando tu comprobante."),
        *of(
            NOTHING_ORDERED,
            "Empezamos a trabajar en tu web cuando se confirme el pago.",
            "Puedes consultarlo con tu socia y me dices.",
            "¿Ya tienes una web o empezamos de cero?",
            "Te lo dejo por escrito: Gold care, 35.000 rupias al mes.",
            "El Business site está listo en cuatro semanas.",
        ),
        *of(TO_PAY, "Paga con EasyPaisa al 0300 0000001, a nombre de Sample Services."),
        *of(
            NOTHING_ORDERED,
            "¡Qué bien lo de la tienda nueva, Sara! ¿Qué vas a vender?",
            "Platinum care son 90.000 rupias por tres meses e incluye cuatro redes.",
            "No puedo prometerte un reembolso, pero puedo preguntarle al equipo.",
            "Las clases son por la tarde y en grupos pequeños.",
            "¿Cuántas páginas necesitarías más o menos?",
            "Sin problema, escríbeme cuando quieras.",
        ),
        *of(FACTS, "El equipo tiene tu comprobante; en cuanto lo revise te aviso."),
        *of(TO_PAY, "Quedan 15.000 rupias por pagar del pedido PX-1050."),
    ),
}
