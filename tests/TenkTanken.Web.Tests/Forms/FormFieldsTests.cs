using Xunit;

namespace TenkTanken.Web.Tests.Forms;

public sealed class FormFieldsTests
{
    private static readonly Dictionary<string, int> Numbers = new() { ["one"] = 1, ["two"] = 2 };

    [Fact]
    public void What_was_sent_is_read_by_name()
    {
        var fields = Fields.Of(("_handler", "join"), ("code", "abc"), ("number", "two"), ("empty", ""), ("several", "b"), ("several", "a"), ("mark-x", "one"));

        Assert.Equal("abc", fields.Text("code"));
        Assert.Equal(2, fields.Choice("number", Numbers));
        Assert.Null(fields.Choice("empty", Numbers));
        Assert.Null(fields.Text("not sent"));
        Assert.Null(fields.Choice("not sent", Numbers));
        Assert.Equal(["a", "b"], fields.Several("several", ["a", "b", "c"]));
        Assert.Equal(1, fields.Choice("mark-" + Assert.Single(fields.NamesAfter("mark-")), Numbers));
        Assert.True(fields.Understood);
    }

    [Theory]
    [InlineData("number", "three")]
    [InlineData("number", "one")]
    [InlineData("action", "delete")]
    [InlineData("action", "")]
    [InlineData("several", "d")]
    [InlineData("several", "a")]
    [InlineData("text", "again")]
    [InlineData("name", "Kari Nordmann")]
    public void What_cannot_be_read_makes_the_whole_not_understood_and_costs_nothing_else(string name, string value)
    {
        var fields = Fields.Of(("number", "two"), ("several", "a"), ("text", "first"), (name, value));

        var number = fields.Choice("number", Numbers);
        fields.Choice("action", ["save"]);
        var several = fields.Several("several", ["a", "b"]);
        var text = fields.Text("text");

        Assert.False(fields.Understood);
        Assert.Equal(name == "number" ? null : 2, number);
        Assert.Equal(["a"], several);
        Assert.Equal("first", text);
    }

    [Fact]
    public void A_field_that_was_sent_and_nobody_has_asked_for_is_not_understood()
    {
        var fields = Fields.Of(("text", "read"), ("mark-x", "one"));

        fields.Text("text");
        fields.NamesAfter("mark-");

        Assert.False(fields.Understood);
    }
}
