/**
 * The text of the sample case: a short article written for Stet about what was publicly reported, with every claim
 * left to whoever made it. It gives no dates because the report it follows gives none.
 */
export const FOREIGN_FIGHTERS_TITLE =
  'Kyiv counts Chinese citizens in Russia’s ranks; Beijing denies an official role';

export const FOREIGN_FIGHTERS_TEXT = `${FOREIGN_FIGHTERS_TITLE}

Ukraine’s president, Volodymyr Zelensky, says that Chinese citizens are taking part in Russia’s war against his country. At least 155 of them, by his account, are fighting beside Russian troops. Beijing denies that it is officially involved.

The claim came after Ukrainian troops had taken two Chinese nationals prisoner in the Donetsk region. For the first time, Kyiv thereby officially alleges that China provides Russia with manpower.

The two are said to have told their captors more than North Korean prisoners did earlier. “They are more talkative than the prisoners from North Korea, as far as we can see,” Zelensky remarked.

He also spoke of Ukrainian intelligence pointing to “several hundred” Chinese nationals who serve in Russia’s forces. Russia wins them over through social media, he says, and he alleges that Beijing knows. Recruits are reportedly trained in Moscow, given migration papers and paid.

China’s answer was sharp. It advised everyone concerned to form a correct view of its role and to leave off “irresponsible remarks”. Any Chinese nationals who fight on Russia’s side, the government suggested, act as private individuals and represent neither the state nor its military.

China, Beijing said, is “neither the creator nor a party to the Ukrainian crisis”. Its spokesman Lin Jian added that the country “has always required its citizens to stay away from armed conflict areas” and, above all, to keep out of the military operations of any side.

On the capture itself Russia declined to comment.

Should the allegation be borne out, China would be the second state, following North Korea, with military personnel on Russia’s side. South Korean intelligence puts the number of North Korean soldiers who already fight beside Russian troops at about 11,000; Ukraine has taken North Korean prisoners before. The United States found the reports about Chinese fighters “disturbing”.

Ukraine itself calls the part played by Chinese citizens a “deliberate step towards the expansion of the war” and one more sign that Moscow wants the fighting to last. Zelensky sees a major escalation and asks Western allies for a “firm and principled response”. He is willing to hand over the two prisoners in return for Ukrainian soldiers in Russian captivity.

Meanwhile Russia has begun a new offensive in the east of Ukraine, with heavier assaults in two regions, Sumy and Kharkiv. “This offensive has already begun,” said Ukraine’s General Oleksandr Syrskyi. How seriously the Kremlin takes peace talks is now in question, and foreign fighters may be a means of keeping its operations going. Russia, the Ukrainian side added, is “clearly trying to prolong the war — even by using Chinese lives”.

Fighters are not the only charge against China. Kyiv accuses it of supplying elements for Russian weapons. The United States alleges that it helps Russia with munitions and also with dual-use technology. China has denied throughout that it gives Russia military equipment, and describes itself as neutral. The latest allegations sit badly with that, and with Beijing’s picture of itself as a “staunch supporter and active promoter” of peace.
`;
