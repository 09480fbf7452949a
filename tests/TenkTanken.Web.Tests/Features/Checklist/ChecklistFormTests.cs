using TenkTanken.Content;
using TenkTanken.Data;
using TenkTanken.Web.Features.Checklist;
using TenkTanken.Web.Tests.Forms;
using Xunit;

namespace TenkTanken.Web.Tests.Features.Checklist;

public sealed class ChecklistFormTests
{
    private static readonly ContentLibrary Library = TestContent.Library;

    [Fact]
    public void Answers_and_plans_are_read_and_what_was_not_considered_is_left_out()
    {
        var form = Read(
            ("edition", Library.Current.Id),
            ("sign-fear-or-stress", "noticed"),
            ("sign-distrust-of-staff", "unsure"),
            ("sign-degrading-housing", "not-noticed"),
            ("sign-from-known-country", ""),
            ("plans", "plan-talk-alone"),
            ("plans", "plan-record"),
            ("do", "save"));

        Assert.True(form.Understood);
        Assert.Equal("save", form.Action);
        Assert.Equal(
            [("fear-or-stress", SignAnswer.Noticed), ("distrust-of-staff", SignAnswer.Unsure), ("degrading-housing", SignAnswer.NotNoticed)],
            form.Answers.Signs.Select(sign => (sign.Key, sign.Value)));
        Assert.Equal(["plan-talk-alone", "plan-record"], form.Answers.Plans);
    }

    [Theory]
    [InlineData("sign-fear-or-stress", "nonsense")]
    [InlineData("sign-no-such-sign", "noticed")]
    [InlineData("plans", "plan-no-such")]
    [InlineData("plans", "fear-or-stress")]
    [InlineData("edition", "1999")]
    [InlineData("edition", "../../etc")]
    [InlineData("do", "delete")]
    [InlineData("name", "Kari Nordmann")]
    public void What_nobody_asked_for_is_not_understood_and_costs_nothing_else(string field, string value)
    {
        var form = Read(("sign-distrust-of-staff", "unsure"), ("plans", "plan-record"), (field, value));

        Assert.False(form.Understood);
        Assert.Equal(SignAnswer.Unsure, form.Answers.To("distrust-of-staff"));
        Assert.Contains("plan-record", form.Answers.Plans);
        Assert.Equal(Library.Current.Id, form.Answers.Edition);
    }

    [Fact]
    public void A_sign_answered_twice_is_not_understood_and_not_guessed()
    {
        var form = Read(("sign-distrust-of-staff", "noticed"), ("sign-distrust-of-staff", "not-noticed"));

        Assert.False(form.Understood);
        Assert.Null(form.Answers.To("distrust-of-staff"));
    }

    [Fact]
    public void Nothing_at_all_is_an_empty_checklist()
    {
        var form = Read();

        Assert.True(form.Understood);
        Assert.Empty(form.Answers.Signs);
    }

    private static (Answers Answers, string? Action, bool Understood) Read(params (string Name, string Value)[] sent)
    {
        var fields = Fields.Of(sent);
        var answers = ChecklistForm.Answers(fields, Library, Library.Site.DefaultLanguage);
        var action = fields.Choice(ChecklistForm.ActionField, ChecklistForm.Actions);

        return (answers, action, fields.Understood);
    }
}
