using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using TenkTanken.Content;

namespace TenkTanken.Web.Tests;

/// <summary>What a reader gets of a page, read aloud or looked at.</summary>
internal static class Readers
{
    /// <summary>Every page readers get, in every language.</summary>
    public static IEnumerable<(Language Language, Page Page)> AllPages(this TestSite site) =>
        site.Library.Site.Languages.SelectMany(language => site.Library.CurrentIn(language).Pages.Select(page => (language, page)));

    public static string ShownText(this INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The pieces of text on the page that say exactly this.</summary>
    public static IReadOnlyList<IText> Saying(this IHtmlDocument page, string words) =>
        [.. page.Body!.Descendants<IText>().Where(text => text.ShownText() == words.Replace('\u00A0', ' '))];

    /// <summary>The language a piece of text is read aloud in.</summary>
    public static string? SpokenIn(this INode text) => text.ParentElement!.Closest("[lang]")!.GetAttribute("lang");

    public static IReadOnlyList<string> LinksIn(this IHtmlDocument page, string selector) =>
        [.. page.QuerySelectorAll($"{selector} a[href^='/']").Select(link => link.GetAttribute("href")!)];
}
