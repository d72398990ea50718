// The furniture of the outlets' pages in the languages of the sample: what a reader's eye skips and a program must too.

export interface FurnitureWords {
  readonly nav: readonly string[];
  readonly share: string;
  readonly copyLink: string;
  readonly related: string;
  readonly mostRead: string;
  readonly newsletter: string;
  readonly newsletterText: string;
  readonly subscribe: string;
  readonly comments: string;
  readonly commentText: string;
  readonly name: string;
  readonly send: string;
  readonly aboutAuthor: (author: string, outlet: string) => string;
  readonly cookies: string;
  readonly accept: string;
  readonly rights: string;
  readonly caption: (section: string) => string;
  readonly minutes: (count: number) => string;
  readonly updated: string;
  readonly tags: string;
  readonly paywall: string;
  readonly readMore: string;
}

const en: FurnitureWords = {
  nav: ['Home', 'World', 'Politics', 'Business', 'Science', 'Sport', 'Weather', 'Sign in'],
  share: 'Share this article',
  copyLink: 'Copy link',
  related: 'Related stories',
  mostRead: 'Most read',
  newsletter: 'The morning in five minutes',
  newsletterText: 'Get our newsletter every weekday. Unsubscribe at any time.',
  subscribe: 'Subscribe',
  comments: 'Leave a comment',
  commentText: 'Your e-mail address will not be published. Required fields are marked *',
  name: 'Name *',
  send: 'Post comment',
  aboutAuthor: (author, outlet) =>
    `${author} has been reporting for ${outlet} since 2014 and lives by the harbour with two cats.`,
  cookies: 'We use cookies to make this site work and to measure how it is used.',
  accept: 'Accept all',
  rights: 'All rights reserved.',
  caption: (section) => `Archive picture: ${section}`,
  minutes: (count) => `${count} min read`,
  updated: 'Updated',
  tags: 'Topics',
  paywall: 'Continue reading with a subscription',
  readMore: 'Read more',
};

const de: FurnitureWords = {
  nav: ['Start', 'Welt', 'Politik', 'Wirtschaft', 'Wissen', 'Sport', 'Wetter', 'Anmelden'],
  share: 'Artikel teilen',
  copyLink: 'Link kopieren',
  related: 'Mehr zum Thema',
  mostRead: 'Meistgelesen',
  newsletter: 'Der Morgen in fünf Minuten',
  newsletterText: 'Unser Newsletter an jedem Werktag. Abbestellung jederzeit möglich.',
  subscribe: 'Abonnieren',
  comments: 'Kommentar schreiben',
  commentText: 'Ihre E-Mail-Adresse wird nicht veröffentlicht. Pflichtfelder sind mit * markiert.',
  name: 'Name *',
  send: 'Kommentar abschicken',
  aboutAuthor: (author, outlet) => `${author} schreibt seit 2014 für ${outlet} und fährt am liebsten mit dem Nachtzug.`,
  cookies: 'Wir verwenden Cookies, damit diese Seite funktioniert und um ihre Nutzung zu messen.',
  accept: 'Alle akzeptieren',
  rights: 'Alle Rechte vorbehalten.',
  caption: (section) => `Archivbild: ${section}`,
  minutes: (count) => `${count} Min. Lesezeit`,
  updated: 'Aktualisiert',
  tags: 'Themen',
  paywall: 'Weiterlesen mit Abo',
  readMore: 'Weiterlesen',
};

const fr: FurnitureWords = {
  nav: ['Accueil', 'Monde', 'Politique', 'Économie', 'Sciences', 'Sport', 'Météo', 'Connexion'],
  share: 'Partager cet article',
  copyLink: 'Copier le lien',
  related: 'À lire aussi',
  mostRead: 'Les plus lus',
  newsletter: 'La matinée en cinq minutes',
  newsletterText: 'Notre lettre, chaque jour de la semaine. Désinscription à tout moment.',
  subscribe: "S'abonner",
  comments: 'Laisser un commentaire',
  commentText: 'Votre adresse ne sera pas publiée. Les champs obligatoires sont indiqués par *',
  name: 'Nom *',
  send: 'Publier',
  aboutAuthor: (author, outlet) => `${author} écrit pour ${outlet} depuis 2014 et habite près du canal.`,
  cookies: 'Nous utilisons des cookies pour faire fonctionner ce site et en mesurer la fréquentation.',
  accept: 'Tout accepter',
  rights: 'Tous droits réservés.',
  caption: (section) => `Photo d'archives : ${section}`,
  minutes: (count) => `${count} min de lecture`,
  updated: 'Mis à jour',
  tags: 'Thèmes',
  paywall: 'La suite est réservée aux abonnés',
  readMore: 'Lire la suite',
};

const es: FurnitureWords = {
  nav: ['Portada', 'Mundo', 'Política', 'Economía', 'Ciencia', 'Deportes', 'Tiempo', 'Entrar'],
  share: 'Compartir este artículo',
  copyLink: 'Copiar enlace',
  related: 'Noticias relacionadas',
  mostRead: 'Lo más leído',
  newsletter: 'La mañana en cinco minutos',
  newsletterText: 'Nuestro boletín, de lunes a viernes. Puede darse de baja cuando quiera.',
  subscribe: 'Suscribirse',
  comments: 'Deja un comentario',
  commentText: 'Su correo no será publicado. Los campos obligatorios están marcados con *',
  name: 'Nombre *',
  send: 'Publicar comentario',
  aboutAuthor: (author, outlet) => `${author} escribe en ${outlet} desde 2014 y cultiva tomates en el balcón.`,
  cookies: 'Usamos cookies para que el sitio funcione y para medir su uso.',
  accept: 'Aceptar todo',
  rights: 'Todos los derechos reservados.',
  caption: (section) => `Imagen de archivo: ${section}`,
  minutes: (count) => `${count} min de lectura`,
  updated: 'Actualizado',
  tags: 'Temas',
  paywall: 'Siga leyendo con una suscripción',
  readMore: 'Leer más',
};

const ru: FurnitureWords = {
  nav: ['Главная', 'Мир', 'Политика', 'Экономика', 'Наука', 'Спорт', 'Погода', 'Войти'],
  share: 'Поделиться статьёй',
  copyLink: 'Скопировать ссылку',
  related: 'Читайте также',
  mostRead: 'Самое читаемое',
  newsletter: 'Утро за пять минут',
  newsletterText: 'Наша рассылка по будням. Отписаться можно в любой момент.',
  subscribe: 'Подписаться',
  comments: 'Оставить комментарий',
  commentText: 'Ваш адрес не будет опубликован. Обязательные поля помечены *',
  name: 'Имя *',
  send: 'Отправить',
  aboutAuthor: (author, outlet) => `${author} работает в издании «${outlet}» с 2014 года и любит длинные поезда.`,
  cookies: 'Мы используем файлы cookie, чтобы сайт работал и чтобы считать посещения.',
  accept: 'Принять все',
  rights: 'Все права защищены.',
  caption: (section) => `Архивное фото: ${section}`,
  minutes: (count) => `${count} мин чтения`,
  updated: 'Обновлено',
  tags: 'Темы',
  paywall: 'Продолжение доступно по подписке',
  readMore: 'Читать далее',
};

const vi: FurnitureWords = {
  nav: ['Trang chủ', 'Thế giới', 'Chính trị', 'Kinh tế', 'Khoa học', 'Thể thao', 'Thời tiết', 'Đăng nhập'],
  share: 'Chia sẻ bài viết',
  copyLink: 'Sao chép liên kết',
  related: 'Tin liên quan',
  mostRead: 'Đọc nhiều nhất',
  newsletter: 'Buổi sáng trong năm phút',
  newsletterText: 'Bản tin của chúng tôi mỗi ngày trong tuần. Bạn có thể hủy bất cứ lúc nào.',
  subscribe: 'Đăng ký',
  comments: 'Gửi bình luận',
  commentText: 'Địa chỉ thư của bạn sẽ không được công khai. Các ô bắt buộc được đánh dấu *',
  name: 'Tên *',
  send: 'Gửi',
  aboutAuthor: (author, outlet) => `${author} viết cho ${outlet} từ năm 2014 và thích đi thuyền trên sông.`,
  cookies: 'Chúng tôi dùng cookie để trang hoạt động và để đo lượt xem.',
  accept: 'Chấp nhận tất cả',
  rights: 'Giữ mọi bản quyền.',
  caption: (section) => `Ảnh tư liệu: ${section}`,
  minutes: (count) => `${count} phút đọc`,
  updated: 'Cập nhật',
  tags: 'Chủ đề',
  paywall: 'Đăng ký để đọc tiếp',
  readMore: 'Đọc tiếp',
};

const ja: FurnitureWords = {
  nav: ['ホーム', '国際', '政治', '経済', '科学', 'スポーツ', '天気', 'ログイン'],
  share: 'この記事をシェア',
  copyLink: 'リンクをコピー',
  related: '関連記事',
  mostRead: 'よく読まれている記事',
  newsletter: '五分でわかる朝のニュース',
  newsletterText: '平日の朝にメールでお届けします。いつでも解除できます。',
  subscribe: '登録する',
  comments: 'コメントを書く',
  commentText: 'メールアドレスは公開されません。* は必須項目です。',
  name: '名前 *',
  send: '送信',
  aboutAuthor: (author, outlet) => `${author}は2014年から${outlet}で取材を続けている。趣味は夜行列車の旅。`,
  cookies: '当サイトは動作と利用状況の計測のためにクッキーを使用します。',
  accept: 'すべて同意する',
  rights: '無断転載を禁じます。',
  caption: (section) => `資料写真:${section}`,
  minutes: (count) => `読了時間 ${count}分`,
  updated: '更新',
  tags: 'トピック',
  paywall: '続きは会員登録が必要です',
  readMore: '続きを読む',
};

const LANGUAGES: Readonly<Record<string, FurnitureWords>> = { en, de, fr, es, ru, vi, ja };

export function furnitureWords(lang: string): FurnitureWords {
  return LANGUAGES[lang.split('-')[0] ?? 'en'] ?? en;
}
