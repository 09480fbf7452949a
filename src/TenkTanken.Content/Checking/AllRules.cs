using TenkTanken.Content.Checking.Rules;

namespace TenkTanken.Content.Checking;

internal static class AllRules
{
    public static readonly IReadOnlyList<IRule> InOrder =
    [
        new ReadersGetAPublishedEdition(),
        new EditionsFollowEachOther(),
        new PublishedEditionsNeverChange(),
        new EveryLanguageHasEveryPage(),
        new EveryFileIsRead(),
        new IdsMeanOneThing(),
        new IdsMatchAcrossLanguages(),
        new IdsNeverVanish(),
        new EveryPageHasItsShape(),
        new EverySignHasItsThreeParts(),
        new EveryCaseCanBePractised(),
        new WhatIsPointedAtExists(),
        new LessonsCanBeGiven(),
        new HeadingsDescend(),
        new TitlesAndHeadingsAreWords(),
        new LinksLeadSomewhere(),
        new LinksAreSafe(),
        new LinksHaveWordsAndAddresses(),
        new NoRawHtml(),
        new NoMarkIsShown(),
        new NothingIsShownAsCode(),
        new ChoicesCanBeOffered(),
        new EveryLineIsShown(),
        new EveryCharacterIsSeen(),
        new TextsAreComplete(),
        new FactsAreInDate(),
        new FactsAreKnown(),
        new NumbersStandInFacts(),
        new UnwantedWordsStayOut(),
        new LanguagesStayApart(),
        new TextsAreEasyToRead(),
    ];
}
