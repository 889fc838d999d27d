<aura:application access="GLOBAL" extends="ltng:outApp">
    <aura:dependency resource="c:msiClassicPanel" />
    <aura:dependency resource="c:msiClassicWindow" />
</aura:application>
