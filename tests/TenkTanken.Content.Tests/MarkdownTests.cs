using TenkTanken.Content.Checking;
using TenkTanken.Content.Files;
using TenkTanken.Content.Markdown;
using Xunit;

namespace TenkTanken.Content.Tests;

public sealed class MarkdownTests
{
    private const string Page = ContentCopy.Edition + "/nb/about.md";

    [Fact]
    public void A_phone_number_becomes_a_link_that_does_not_break()
    {
        Assert.Contains("<a href=\"tel:+4722331160\">ROSA 22&nbsp;33&nbsp;11&nbsp;60</a>", BodyOf("{fact:rosa}"));
    }

    [Fact]
    public void A_fact_without_an_address_is_plain_words()
    {
        Assert.Contains("<p>Se rapport fra 9. april 2024.</p>", BodyOf("Se {fact:network-report-2024}."));
    }

    [Fact]
    public void A_link_to_a_file_becomes_the_address_of_its_page()
    {
        Assert.Contains("<a href=\"/nb/samtale#not-now\">her</a>", BodyOf("[her](conversation.md#not-now)"));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("text {onclick=alert(1)}")]
    [InlineData("[a](about.md){onclick=alert(1)}")]
    [InlineData("::say::{onclick=alert(1)}")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[a](about.md \"x\\\" onclick=\\\"alert(1)\")")]
    [InlineData("<svg/onload=alert(1)>")]
    public void Nothing_in_a_text_becomes_markup_that_acts(string text)
    {
        ActsNowhere(UncheckedBodyOf(text));
    }

    [Theory]
    [InlineData("<p onclick=\"alert(1)\">a</p>")]
    [InlineData("<p/onclick=alert(1)>a</p>")]
    [InlineData("<p\nonclick=alert(1)>a</p>")]
    [InlineData("<ul><li><script>alert(1)</script></li></ul>")]
    [InlineData("<p><img src=x onerror=alert(1)></p>")]
    [InlineData("<p><a href=\"javascript:alert(1)\">a</a></p>")]
    [InlineData("<p>a</p><!-- b --><style>p{}</style>")]
    [InlineData("<p>a</p><svg><p>b</p></svg>")]
    [InlineData("<p>a</p><script")]
    public void What_the_pipeline_would_let_through_is_taken_out_again(string html)
    {
        ActsNowhere(Cleaner.Clean(html).Value);
    }

    [Theory]
    [InlineData("a</p></ul>b", "a<p></p>b")]
    [InlineData("<ul><li>a", "<ul><li>a</li></ul>")]
    [InlineData("<em><strong>a</em></strong>", "<em><strong>a</strong></em>")]
    [InlineData("<p>a</p></div>", "<p>a</p>")]
    [InlineData("<P>a > b</P>", "<p>a &gt; b</p>")]
    [InlineData("<p>a</p><", "<p>a</p>&lt;")]
    [InlineData("<p></>a</p>", "<p>a</p>")]
    public void What_is_not_closed_in_its_order_ends_with_what_it_stands_in(string html, string clean)
    {
        Assert.Equal(clean, Cleaner.Clean(html).Value);
    }

    [Fact]
    public void Every_text_is_as_it_would_be_written_again_once_it_has_been_parsed()
    {
        var pages = ContentLoader.Load(Repository.Content).Library!.Editions.Values
            .SelectMany(edition => edition.ByLanguage.Values).SelectMany(words => words.Pages).ToList();
        var sections = pages.SelectMany(page => page.Sections).SelectMany(section => section.Sections.Prepend(section)).ToList();
        var texts = pages.Select(page => page.Intro).Concat(sections.Select(section => section.Body))
            .Concat(sections.SelectMany(section => section.Parts.Concat(section.SignParts.Values)).Select(part => part.Text)).ToList();

        var parser = new AngleSharp.Html.Parser.HtmlParser();
        Assert.True(texts.Count > 1000);
        Assert.All(texts, text => Assert.Equal(text.Value, parser.ParseDocument(text.Value).Body!.InnerHtml));
    }

    private static void ActsNowhere(string html)
    {
        var document = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html);
        string[] allowed = ["a", "blockquote", "br", "code", "em", "li", "ol", "p", "span", "strong", "ul"];

        Assert.All(document.Body!.QuerySelectorAll("*"), element =>
        {
            Assert.Contains(element.LocalName, allowed);
            Assert.All(element.Attributes, attribute => Assert.Equal(element.LocalName == "span" ? "lang" : "href", attribute.Name));
        });
        Assert.All(document.Body!.QuerySelectorAll("[href]"), link => Assert.Matches("^(https:|mailto:|tel:|/|#)", link.GetAttribute("href")));
    }

    private static string BodyOf(string text)
    {
        using var content = With(text);
        var loaded = content.Load();

        Assert.Empty(loaded.Problems);
        return BodyIn(loaded.Library!);
    }

    /// <summary>As if no rule had looked at it.</summary>
    private static string UncheckedBodyOf(string text)
    {
        using var content = With(text);
        var problems = new ProblemList();
        var source = ContentLoader.Read(content.Folder, null, problems)!;

        Assert.Empty(problems.InOrder());
        return BodyIn(new EditionBuilder(source).Build());
    }

    private static ContentCopy With(string text)
    {
        var content = ContentCopy.WithDraft();
        Directory.Delete(content.PathOf(ContentCopy.Draft), recursive: true);
        content.Replace(Page, "## Hva dette er {#what-this-is}", $"## Prøve {{#trial}}\n\n{text}\n\n## Hva dette er {{#what-this-is}}");
        content.Lock("2026-1");

        return content;
    }

    private static string BodyIn(ContentLibrary library) =>
        library.Current.In(library.Site.DefaultLanguage).Page("about")!.Section("trial")!.Body.Value;
}
