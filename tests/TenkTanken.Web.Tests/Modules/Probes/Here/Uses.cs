using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TenkTanken.Web.Tests.Modules.Probes.Between;
using TenkTanken.Web.Tests.Modules.Probes.There;

namespace TenkTanken.Web.Tests.Modules.Probes.Here;

// Each knows the other module in one way only.
public sealed class UsesTag : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Tag>(0);
        builder.CloseComponent();
    }
}

public sealed class UsesTagInFragment : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, (RenderFragment)(inner =>
    {
        inner.OpenComponent<Tag>(0);
        inner.CloseComponent();
    }));
}

public sealed class UsesExtensionMethod
{
    public int Number { get; } = 2.Twice();
}

public sealed class UsesGenericCall
{
    public UsesGenericCall() => Carrier.Add<Thing>();
}

public sealed class UsesStaticProperty
{
    public string Text { get; } = Thing.Property;
}

public sealed class UsesStaticField
{
    public string Text { get; } = Thing.Field;
}

public static class UsesClosure
{
    public static Func<string> Later(string before) => () => before + Thing.Property;
}

public sealed class UsesLambda
{
    public Func<string> Later { get; } = static () => Thing.Property;
}

public static class UsesLocalFunction
{
    public static Func<string> Later()
    {
        return Text;

        static string Text() => Thing.Property;
    }
}

public static class UsesAsyncMethod
{
    public static async Task<string> TextAsync()
    {
        await Task.Yield();

        return Thing.Property;
    }
}

public static class UsesIterator
{
    public static IEnumerable<string> Texts()
    {
        yield return Thing.Property;
    }
}

public sealed class UsesTypeOf
{
    public string Name { get; } = typeof(Thing).Name;
}

public static class UsesCast
{
    public static bool Is(object one) => one is Thing;
}

public static class UsesCatch
{
    public static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (ThingException)
        {
        }
    }
}

public static class UsesLocalVariable
{
    public static object Made()
    {
        var coins = new Coin[1];

        return coins;
    }
}

public static class UsesDefault
{
    public static bool Same(object one) => one.Equals(default(Coin));
}

public sealed class UsesWhatIsReturned
{
    public bool IsGood { get; } = Carrier.Mood == 0;
}

public sealed class UsesMark
{
    [Mark]
    public int Number { get; set; }
}

public static class UsesMarkOfParameter
{
    public static int Same([Mark] int number) => number;
}

public sealed class UsesTypeOfInMark
{
    [About(typeof(int), typeof(List<Thing>))]
    public int Number { get; set; }
}

public sealed class UsesField
{
    private readonly List<Thing[]> _things = [];

    public int Count => _things.Count;
}

public static class UsesParameter
{
    public static int Count(Func<int, Thing?> find, int number) => find(number) is null ? 0 : 1;
}

public sealed class UsesEvent
{
    public event Handler? Done;

    public bool IsHeard => Done is not null;
}

public sealed class UsesBase : Base;

public sealed class UsesBaseOf : BaseOf<Thing>;

public sealed class UsesInterface : IThing;

public sealed class UsesConstraint<T>
    where T : IThing;

public static class UsesConstraintOfMethod
{
    public static bool Is<T>(object one)
        where T : IThing => one is T;
}
