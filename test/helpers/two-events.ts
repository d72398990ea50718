/** Two things about one company, of which the second is told twice; by its first two reports they are taken for one. */
export const FACTORY = {
  title: 'Frozen pizza factory will bring 640 jobs to Salina',
  text: 'Tallgrass Foods has decided where its biggest plant will stand: in a wheat field south of Salina, Kansas. From 2028 on 900,000 pizzas a day will leave the $310 million building, the Nebraska company said. Four other towns lost out. Critics in Topeka noted that taxpayers will contribute $45 million, or some $70,000 for each job.',
};
export const RECALL = {
  title: 'Tallgrass recalls 2 million frozen lasagnas',
  text: 'OMAHA — Tallgrass Foods is recalling about two million frozen lasagnas because they may contain pieces of blue plastic. The dinners were made in April at its plant in Lincoln and sold in 31 states under the Mama Corelli label. Nobody has been hurt, the Nebraska company said on Monday, though eleven customers complained. Shoppers can return them for a refund.',
};
export const PLASTIC = {
  title: 'Plastic bits found in lasagna sold in 31 states',
  text: 'Check your freezer: lasagnas of the Mama Corelli brand with dates from April could have blue plastic in them, the Agriculture Department warned. Tallgrass Foods of Omaha, which produced them in Lincoln, is taking two million packages off the market. A broken conveyor belt is to blame. There were eleven complaints and no injuries, and stores will give the money back.',
};
