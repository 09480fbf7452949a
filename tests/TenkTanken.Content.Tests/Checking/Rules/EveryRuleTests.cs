using TenkTanken.Content.Checking;
using Xunit;

namespace TenkTanken.Content.Tests.Checking.Rules;

public sealed class EveryRuleTests
{
    [Fact]
    public void Every_rule_is_asked_once_and_has_its_tests()
    {
        var written = typeof(IRule).Assembly.GetTypes().Where(type => type.IsClass && type.IsAssignableTo(typeof(IRule))).Select(type => type.Name).Order();
        var asked = AllRules.InOrder.Select(rule => rule.GetType().Name).Order();
        var tested = typeof(EveryRuleTests).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(EveryRuleTests).Namespace
                && type.Name.EndsWith("Tests", StringComparison.Ordinal) && type != typeof(EveryRuleTests))
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttributes(typeof(FactAttribute), inherit: true).Length > 0))
            .Select(type => type.Name[..^"Tests".Length])
            .Order();

        Assert.Equal(written, asked);
        Assert.Equal(asked, tested);
    }
}
