using Xunit;

namespace TenkTanken.Cli.Tests;

/// <summary>What an editor reads who pasted something, or whose file cannot be read.</summary>
public sealed class CheckPastedTests
{
    [Fact]
    public void A_quotation_mark_that_is_missing_in_the_facts_is_one_line()
    {
        using var desk = new Desk();
        desk.Replace("facts/contacts.yaml", "value: \"112\"", "value: \"112");

        var (exit, said) = desk.Check();

        Assert.Equal(1, exit);
        Assert.Matches(@"\Afacts/contacts\.yaml:\d+  stopper  Filen kan ikke forstås: .*\nStopper: 1\. Råd: 0\. .*\n\z", said);
    }

    [Fact]
    public void A_mark_a_copy_and_a_conflict_are_each_told_in_their_place()
    {
        using var desk = new Desk();
        var page = $"editions/{Desk.Draft}/nb/about.md";
        var line = desk.Read(page).Split('\n').Length;
        File.AppendAllText(desk.PathOf(page), "\nDet er ~~ikke~~ slik.\n");
        File.AppendAllText(desk.PathOf($"editions/{Desk.Draft}/nb/contacts.md"), "\n<<<<<<< HEAD\n");
        File.WriteAllText(desk.PathOf("facts/contacts (1).yaml"), desk.Read("facts/contacts.yaml"));

        var (exit, said) = desk.Check("--language", "en");

        Assert.Equal(1, exit);
        Assert.Matches(
            $@"\Aeditions/{Desk.Draft}/nb/contacts\.md:\d+  blocks  Two versions of the file are in conflict here.*\n"
            + $@"editions/{Desk.Draft}/nb/about\.md:{line + 1}  blocks  “~~ikke~~” is shown as it stands.*\n"
            + @"facts/contacts \(1\)\.yaml  advice  By its name this is a copy of contacts\.yaml\..*\nBlocking: 2\. Advice: 1\. .*\n\z",
            said);
    }
}
