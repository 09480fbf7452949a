using Microsoft.AspNetCore.Components.Rendering;
using TenkTanken.Web.Tests.Modules;
using Xunit;

namespace TenkTanken.Web.Tests;

/// <summary>What a reader sees is in content/texts, or in a page: not in C# and not in Razor.</summary>
public sealed class SentencesTests
{
    [Fact]
    public void No_sentence_a_reader_sees_is_in_code()
    {
        // Hosting speaks to the one who runs the site, in English.
        var types = typeof(Program).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("TenkTanken.Web", StringComparison.Ordinal) == true)
            .Where(type => !type.Namespace!.StartsWith("TenkTanken.Web.Hosting", StringComparison.Ordinal))
            .ToList();

        var said = types.SelectMany(type => LiteralWords.In(type).Select(text => $"{type.FullName}: {text}"));

        Assert.NotEmpty(types);
        Assert.Empty(said);
    }

    [Theory]
    [InlineData(typeof(SaysInMarkup))]
    [InlineData(typeof(SaysInText))]
    [InlineData(typeof(SaysOneOfTwo))]
    [InlineData(typeof(SaysInAttribute))]
    [InlineData(typeof(SaysInAttributeOfMarkup))]
    [InlineData(typeof(SaysInParameter))]
    [InlineData(typeof(SaysInCode))]
    [InlineData(typeof(SaysAroundValue))]
    public void A_word_that_is_rendered_is_found(Type type)
    {
        Assert.NotEmpty(LiteralWords.In(type));
    }

    [Fact]
    public void Names_marks_and_what_is_for_no_reader_are_no_words()
    {
        Assert.Empty(LiteralWords.In(typeof(SaysNothing)));
    }

    // As the compiler of Razor writes them.
    private static class SaysInMarkup
    {
        public static void Render(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<p class=\"lead\">Hei</p>");
    }

    private static class SaysInText
    {
        public static void Render(RenderTreeBuilder builder) => builder.AddContent(0, "og");
    }

    private static class SaysOneOfTwo
    {
        public static void Render(RenderTreeBuilder builder, bool many) => builder.AddContent(0, many ? "tegn" : "");
    }

    private static class SaysInAttribute
    {
        public static void Render(RenderTreeBuilder builder, int number) => builder.AddAttribute(0, "aria-label", "side " + number);
    }

    private static class SaysInAttributeOfMarkup
    {
        public static void Render(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<img src=\"a.svg\" alt=\"hus\">");
    }

    private static class SaysInParameter
    {
        public static void Render(RenderTreeBuilder builder) => builder.AddComponentParameter(0, "Title", "lagret");
    }

    private static class SaysInCode
    {
        public static string Told(bool well) => well ? "Det er lagret." : "ikke på plass";
    }

    private static class SaysAroundValue
    {
        public static string Told(int signs) => $"Du har {signs}";
    }

    private static class SaysNothing
    {
        public static void Render(RenderTreeBuilder builder, bool wide, int number)
        {
            builder.AddMarkupContent(0, "<br class=\"Wide Line\"> · &nbsp;\n");
            builder.OpenElement(1, "title");
            builder.AddAttribute(2, "class", wide ? "card stack" : "card");
            builder.AddAttribute(3, "title", "");
            builder.AddContent(4, " – ");
            builder.CloseElement();
            if (number < 0)
            {
                throw new InvalidOperationException($"There is no page {number} here.");
            }
        }
    }
}
