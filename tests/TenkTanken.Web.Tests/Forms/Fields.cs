using Microsoft.Extensions.Primitives;
using TenkTanken.Web.Forms;

namespace TenkTanken.Web.Tests.Forms;

internal static class Fields
{
    /// <summary>As a browser would have sent them.</summary>
    public static FormFields Of(params (string Name, string Value)[] sent) =>
        new(sent.GroupBy(field => field.Name).Select(same => KeyValuePair.Create(same.Key, new StringValues([.. same.Select(field => field.Value)]))));
}
