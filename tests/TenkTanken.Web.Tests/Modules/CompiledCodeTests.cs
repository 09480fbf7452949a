using TenkTanken.Web.Tests.Modules.Probes.Here;
using TenkTanken.Web.Tests.Modules.Probes.There;
using Xunit;

namespace TenkTanken.Web.Tests.Modules;

public sealed class CompiledCodeTests
{
    private const string Probes = "TenkTanken.Web.Tests.Modules.Probes";

    public static TheoryData<Type> Users { get; } =
        new(typeof(UsesTag).Assembly.GetTypes().Where(type => type.Namespace == Probes + ".Here" && type.Name.StartsWith("Uses", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Users))]
    public void However_another_module_is_used_it_is_seen(Type user)
    {
        var made = user.Assembly.GetTypes().Where(type => type == user || type.FullName!.StartsWith(user.FullName + "+", StringComparison.Ordinal));

        var known = made.SelectMany(CompiledCode.TypesKnownTo);

        Assert.Contains(known, type => type.Namespace == Probes + ".There");
    }

    [Fact]
    public void What_is_only_named_in_a_text_is_not_known_and_a_constant_cannot_be_seen()
    {
        Assert.DoesNotContain(CompiledCode.TypesKnownTo(typeof(KnowsNobody)), type => type.Namespace == Probes + ".There");
    }

    [Fact]
    public void A_module_is_a_namespace_with_all_that_the_compiler_makes_in_it()
    {
        var modules = new CompiledModules(typeof(UsesTag).Assembly, Probes, place => place.Split('/')[0]);

        Assert.Equal(["Between", "Here", "Inferring", "There"], modules.All);
        Assert.Equal(["Between", "There"], modules.ModulesKnownTo("Here"));
        Assert.Equal(["There"], modules.ModulesKnownTo("Between"));
        Assert.Equal(["There"], modules.ModulesKnownTo("Inferring"));
        Assert.Empty(modules.ModulesKnownTo("There"));
        Assert.Contains(typeof(ModulesTests).Name, modules.Outside);
    }

    [Theory]
    [InlineData("return Limits.Most;", true)]
    [InlineData("= Probes.There.Limits.Most", true)]
    [InlineData("Mood.Bad or", true)]
    [InlineData("OtherLimits.Most", false)]
    [InlineData("Limits.Mostly", false)]
    [InlineData("Thing.Field", false)]
    public void A_constant_is_found_where_it_is_read(string code, bool found)
    {
        Assert.Equal(found, Constants.ReadIn(code, [typeof(Limits), typeof(Mood), typeof(Thing)]).Any());
    }

    [Theory]
    [InlineData("using static TenkTanken.Web.Tests.Modules.Probes.There.Limits;", true)]
    [InlineData("@using Most = TenkTanken.Web.Tests.Modules.Probes.There.Limits", true)]
    [InlineData("using TenkTanken.Web.Tests.Modules.Probes.There;", false)]
    public void Nobody_gives_a_type_another_name(string code, bool given)
    {
        Assert.Equal(given, Constants.GivesNames(code));
    }
}
