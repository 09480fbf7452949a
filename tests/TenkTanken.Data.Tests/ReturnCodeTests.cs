using System.Text.Json;
using Xunit;

namespace TenkTanken.Data.Tests;

public sealed class ReturnCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_hundred_thousand_codes_are_all_different_and_every_symbol_is_as_likely_in_every_place()
    {
        const int count = 100_000;

        string[] codes = [.. Enumerable.Range(0, count).Select(_ => Symbols(ReturnCode.Draw()))];

        Assert.Equal(count, codes.Distinct().Count());
        for (var place = 0; place < 16; place++)
        {
            var counts = codes.GroupBy(code => code[place]).ToDictionary(group => group.Key, group => group.Count());
            double expected = (double)count / Alphabet.Length;
            var chiSquare = Alphabet.Sum(symbol => Math.Pow(counts.GetValueOrDefault(symbol) - expected, 2) / expected);

            // 31 degrees of freedom: above 100 happens once in two hundred million tries.
            Assert.InRange(chiSquare, 1, 100);
        }
    }

    [Fact]
    public void A_code_is_shown_in_four_groups_and_read_back()
    {
        var drawn = ReturnCode.Draw();

        var shown = drawn.Show();

        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$", shown);
        Assert.True(ReturnCode.TryParse(shown, out var read));
        Assert.Equal(drawn, read);
    }

    [Fact]
    public void The_check_symbol_is_that_of_Luhn_mod_N()
    {
        // Worked by hand: from the right the values 1 and 2 of ...21, doubled 1 -> 2, then 2: sum 4, check 32 - 4 = 28 = W.
        Assert.True(ReturnCode.TryParse("0000-0000-0000-021W", out _));
        Assert.All(Alphabet.Replace("W", ""), wrong => Assert.False(ReturnCode.TryParse($"0000-0000-0000-021{wrong}", out _)));
    }

    [Fact]
    public void Every_single_wrong_symbol_is_rejected()
    {
        string[] codes = [.. Enumerable.Range(0, 200).Select(_ => Symbols(ReturnCode.Draw()))];

        var accepted =
            from code in codes
            from place in Enumerable.Range(0, code.Length)
            from symbol in Alphabet
            where symbol != code[place]
            where ReturnCode.TryParse(code[..place] + symbol + code[(place + 1)..], out _)
            select code;

        Assert.Empty(accepted);
        Assert.All(codes, code => Assert.True(ReturnCode.TryParse(code, out _)));
    }

    [Fact]
    public void Swapped_neighbours_are_rejected_97_times_of_100()
    {
        string[] codes = [.. Enumerable.Range(0, 5000).Select(_ => Symbols(ReturnCode.Draw()))];

        bool[] rejected =
        [
            .. from code in codes
               from place in Enumerable.Range(0, code.Length - 1)
               where code[place] != code[place + 1]
               select !ReturnCode.TryParse(code[..place] + code[place + 1] + code[place] + code[(place + 2)..], out _)
        ];

        Assert.InRange(rejected.Count(was => was) / (double)rejected.Length, 0.97, 1);
    }

    [Theory]
    [InlineData("0123-4567-89AB-CDEZ")]
    [InlineData("0123456789ABCDEZ")]
    [InlineData("0123 4567 89ab cdez")]
    [InlineData("  o l 2 3 . 4567 – 89AB — CDEZ \t\n")]
    [InlineData("OI23‐4567‑89AB−CDEZ")] // hyphen, non-breaking hyphen, minus
    [InlineData("0123\u00A04567\u202F89ab\u00ADcdez.")] // no-break spaces, soft hyphen
    [InlineData("oi23-4567-89ab-cdez")]
    public void Typing_is_forgiven(string typed)
    {
        Assert.True(ReturnCode.TryParse("0123-4567-89AB-CDEZ", out var meant));

        Assert.True(ReturnCode.TryParse(typed, out var read));

        Assert.Equal(meant, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("----")]
    [InlineData("0123-4567-89AB-CDE")]
    [InlineData("0123-4567-89AB-CDEZZ")]
    [InlineData("0123-4567-89AB-CDE?")]
    [InlineData("0123-4567-89AB-CDEU")]
    [InlineData("0123-4567-89AB-CDE\0Z")]
    [InlineData("ſ000-0000-0000-000D")] // a long s
    public void Anything_else_is_no_code(string? typed)
    {
        Assert.False(ReturnCode.TryParse(typed, out _));
    }

    [Fact]
    public void A_code_tells_itself_to_nobody_who_does_not_ask()
    {
        var code = ReturnCode.Draw();
        var groups = code.Show().Split('-');

        string[] told =
        [
            $"{code}",
            $"{new { Code = code }}",
            $"{new Holder(code)}",
            JsonSerializer.Serialize(code),
            JsonSerializer.Serialize(new Holder(code)),
            string.Join(',', typeof(ReturnCode).GetProperties().Select(property => property.Name)),
        ];

        Assert.All(told, text => Assert.DoesNotContain(groups, text.Contains));
        Assert.Contains(groups, $"{new { Code = code.Show() }}".Contains);
    }

    [Fact]
    public void A_code_that_was_neither_drawn_nor_read_cannot_be_shown()
    {
        Assert.Throws<InvalidOperationException>(() => default(ReturnCode).Show());
    }

    private static string Symbols(ReturnCode code) => code.Show().Replace("-", "");

    private sealed record Holder(ReturnCode Code);
}
