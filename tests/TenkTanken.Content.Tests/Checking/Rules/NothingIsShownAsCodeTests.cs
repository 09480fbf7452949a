using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class NothingIsShownAsCodeTests
{
    [Fact]
    public void A_fact_in_code_is_no_phone_number()
    {
        Pasted.Is(
            ProblemKind.FactInCode,
            blocks: true,
            "    {fact:rosa}", "`{fact:rosa}`", "Ring ``{fact:rosa}`` nå", "    Ring {fact:rosa} nå", "```\n{fact:rosa}\n```", "`{ Fact:rosa }`",
            "\t{fact:police-emergency}", "- punkt\n\n      {fact:rosa}".Split('\n')[^1]);

        Assert.Equal("«{fact:rosa}» vises som kode, og ikke som faktumet. Ta bort mellomrommene foran linjen, eller merkene ` rundt.",
            Pasted.Says("`{fact:rosa}`"));
    }

    [Fact]
    public void A_line_that_is_indented_too_far_is_told()
    {
        Pasted.Is(ProblemKind.ShownAsCode, blocks: true, "    Et avsnitt.", "\tEt avsnitt.", "      - et punkt", "    ## Overskrift");

        Assert.Equal("“Et avsnitt.” is shown as code. Take away the spaces in front of the line.", Pasted.Says("    Et avsnitt.\n    Mer.", "en"));
    }

    [Fact]
    public void What_somebody_made_code_of_on_purpose_is_fine()
    {
        Pasted.IsFine("`kode`", "```\nkode\n```", "- punkt\n\n  som går videre", "   tre mellomrom");
    }
}
